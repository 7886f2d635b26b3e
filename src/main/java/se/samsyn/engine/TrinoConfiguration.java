package se.samsyn.engine;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

/** Reads the settings of Trino where Trino counts. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "samsyn.engine.trino", havingValue = "true")
@EnableConfigurationProperties(TrinoSettings.class)
class TrinoConfiguration {}
