package se.samsyn.exchange.indicators.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.samsyn.access.Action;
import se.samsyn.access.FileDoor;
import se.samsyn.sheet.Limits;

/** The addresses that take files of indicators and of boundaries. */
@Configuration(proxyBeanMethods = false)
class IndicatorDoors {

    @Bean
    FileDoor indicatorFile() {
        return new FileDoor("/indikatorimport", Action.IMPORT_INDICATORS, Limits.USUAL.bytes());
    }

    @Bean
    FileDoor boundaryFile() {
        return new FileDoor("/indikatorimport/karta", Action.IMPORT_INDICATORS, Limits.USUAL.bytes());
    }
}
