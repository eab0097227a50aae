package dev.kontor.bucket;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * The look-up of addresses for connections to buckets that users name. The very addresses that it gives out are connected
 * to, so a name cannot mean one at the check and another one afterwards; private ones it does not give out.
 */
final class OutsideNetwork implements DnsResolver {
    private final boolean privateToo;
    private final DnsResolver names;

    OutsideNetwork(boolean privateToo) {
        this(privateToo, SystemDefaultDnsResolver.INSTANCE);
    }

    OutsideNetwork(boolean privateToo, DnsResolver names) {
        this.privateToo = privateToo;
        this.names = names;
    }

    /** The name leads into a private network. */
    static final class PrivateAddress extends UnknownHostException {
        PrivateAddress(String host) {
            super(host);
        }
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] all = names.resolve(host);
        if (!privateToo) {
            for (InetAddress one : all) {
                if (!open(one)) {
                    throw new PrivateAddress(host);
                }
            }
        }
        return all;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    /** Whether it is an address of the open internet. */
    static boolean open(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] b = address.getAddress();
        return address instanceof Inet4Address ? open4(b[0] & 0xff, b[1] & 0xff, b[2] & 0xff) : open6(b);
    }

    /** Not: this network, carriers' own (100.64/10), protocols (192.0.0/24), tests (198.18/15), examples, reserved. */
    private static boolean open4(int a, int b, int c) {
        return !(a == 0
                || a >= 240
                || a == 100 && b >= 64 && b < 128
                || a == 192 && b == 0 && (c == 0 || c == 2)
                || a == 192 && b == 88 && c == 99
                || a == 198 && (b == 18 || b == 19 || b == 51 && c == 100)
                || a == 203 && b == 0 && c == 113);
    }

    /** Only global unicast, 2000::/3; in it not Teredo, examples and 6to4, behind which anything may be. */
    private static boolean open6(byte[] b) {
        int first = (b[0] & 0xff) << 8 | b[1] & 0xff;
        int second = (b[2] & 0xff) << 8 | b[3] & 0xff;
        return (first & 0xe000) == 0x2000
                && first != 0x2002
                && !(first == 0x2001 && (second < 0x200 || second == 0xdb8))
                && !(first == 0x3fff && second < 0x1000);
    }
}
