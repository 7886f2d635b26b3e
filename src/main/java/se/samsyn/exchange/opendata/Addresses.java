package se.samsyn.exchange.opendata;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Addresses below a base. */
final class Addresses {

    private Addresses() {}

    /** Checks and trims the base: http or https, with a host, without a closing slash, a query or a fragment. */
    static URI base(URI base) {
        String scheme = String.valueOf(base.getScheme());
        if ((!scheme.equals("http") && !scheme.equals("https"))
                || base.getHost() == null
                || base.getRawQuery() != null) {
            throw new IllegalArgumentException("A base address is http or https with a host and without a query");
        }
        String path = base.getRawPath().replaceAll("/+$", "");
        return URI.create(scheme + "://" + base.getRawAuthority() + path);
    }

    /** An address below the base; the query's values are encoded here, the path must be already. */
    static URI below(URI base, String path, Map<String, String> query) {
        String asked = query.entrySet().stream()
                .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&"));
        return URI.create(base + path + (asked.isEmpty() ? "" : "?" + asked));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Whether the address is at the base's host and, where it names one, port. Behind a proxy the scheme may differ. */
    static boolean sameHost(URI base, URI address) {
        boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
        return web
                && base.getHost().equalsIgnoreCase(address.getHost())
                && ((address.getPort() == -1 && base.getPort() == -1) || port(base) == port(address))
                && address.getRawUserInfo() == null;
    }

    /** The address's path and query with the base's scheme, host and port, so that a next page is never asked for in the open. */
    static URI onBase(URI base, URI address) {
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        return URI.create(base.getScheme() + "://" + base.getRawAuthority() + address.getRawPath() + query);
    }

    private static int port(URI address) {
        if (address.getPort() != -1) {
            return address.getPort();
        }
        return "https".equals(address.getScheme()) ? 443 : 80;
    }
}
