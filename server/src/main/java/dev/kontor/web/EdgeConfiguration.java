package dev.kontor.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Refusals from before a request reaches a controller look as those from within: problem documents. */
@Configuration(proxyBeanMethods = false)
class EdgeConfiguration {
    private static final String BUFFER = "32768";

    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> problemsFromTheContainer() {
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ProblemValve.class.getName());
            }
        });
    }

    /** Files go through it in pieces of this size, each a call of the system; each connection has two of them. */
    @Bean
    WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> buffersForFiles() {
        return factory -> factory.addConnectorCustomizers(connector -> {
            connector.setProperty("socket.appReadBufSize", BUFFER);
            connector.setProperty("socket.appWriteBufSize", BUFFER);
        });
    }

    /** Paths with doubled slashes, semicolons, encoded slashes: nothing here has such a name. */
    @Bean
    RequestRejectedHandler problemsFromTheFirewall(Problems problems) {
        return (request, response, rejected) -> problems.write(
                request,
                response,
                Refusal.MALFORMED.refused("The path of the request is not one that this server reads."));
    }

    /** What a filter reports by its status alone. */
    @Hidden
    @RestController
    static class Reported implements ErrorController {
        @RequestMapping("/error")
        ResponseEntity<ProblemDetail> error(HttpServletRequest request) {
            int status = request.getAttribute("jakarta.servlet.error.status_code") instanceof Integer code ? code : 404;
            ProblemDetail problem = ProblemDetail.forStatus(status);
            problem.setProperty("code", status == 404 ? "not-found" : status < 500 ? "malformed" : "internal");
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problem);
        }
    }
}
