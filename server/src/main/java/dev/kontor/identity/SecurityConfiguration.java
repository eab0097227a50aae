package dev.kontor.identity;

import dev.kontor.web.Problems;
import dev.kontor.web.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** Who gets past the door: everything below /api needs a session or a key, but for what somebody without one needs. */
@Configuration
@EnableConfigurationProperties(IdentitySettings.class)
class SecurityConfiguration {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    // Mantine writes sizes and colours as style attributes; scripts come from this server alone
    private static final String CONTENT_POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
                    + "img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; manifest-src 'self'; "
                    + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Bean
    SecurityFilterChain securityFilterChain(
            HttpSecurity http, Sessions sessions, AccessKeys keys, RequestLimits limits, Problems problems)
            throws Exception {
        return http.sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(c -> c.disable())
                .logout(l -> l.disable())
                .csrf(c -> c.spa()
                        .requireCsrfProtectionMatcher(SecurityConfiguration::forgeable)
                        // without sessions in memory every request looks like a sign-in, which would change the token
                        // under the hands of those sent beside it
                        .sessionAuthenticationStrategy(new NullAuthenticatedSessionStrategy()))
                .addFilterBefore(new UnknownCredentialsFilter(limits, problems), AnonymousAuthenticationFilter.class)
                .addFilterBefore(new SignedInFilter(sessions, keys), AnonymousAuthenticationFilter.class)
                .addFilterBefore(new LimitingFilter(limits, problems), AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(a -> a.requestMatchers(
                                HttpMethod.GET,
                                "/api/v1/server",
                                "/api/v1/invitations/*",
                                "/api/v1/dataset-links/*",
                                "/api/v1/password-resets/*",
                                "/api/v1/registrations/*",
                                "/api/v1/openapi",
                                "/api/v1/openapi.yaml")
                        .permitAll()
                        .requestMatchers(
                                HttpMethod.POST,
                                "/api/v1/organizations",
                                "/api/v1/session",
                                "/api/v1/password-resets",
                                "/api/v1/password-resets/*",
                                "/api/v1/registrations/*/confirmation",
                                "/api/v1/invitations/*/acceptance",
                                "/api/v1/dataset-links/*/application")
                        .permitAll()
                        .requestMatchers("/api/**")
                        .authenticated()
                        .anyRequest()
                        .permitAll())
                .exceptionHandling(e -> e.authenticationEntryPoint((request, response, x) ->
                                problems.write(request, response, Refusal.NOT_SIGNED_IN.refused()))
                        .accessDeniedHandler((request, response, x) ->
                                problems.write(request, response, Refusal.CSRF_TOKEN_MISSING.refused())))
                .headers(h -> h.contentSecurityPolicy(p -> p.policyDirectives(CONTENT_POLICY))
                        .referrerPolicy(r -> r.policy(ReferrerPolicy.SAME_ORIGIN)))
                .build();
    }

    /** Each filter of the chain would be timed, for figures that nobody reads (docs/benchmarks.md says what that cost). */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** Only what a browser sends by itself can be forged: the session cookie. Keys are sent on purpose. */
    private static boolean forgeable(HttpServletRequest request) {
        return !SAFE.contains(request.getMethod())
                && request.getHeader(HttpHeaders.AUTHORIZATION) == null
                && SessionCookie.read(request).isPresent();
    }
}
