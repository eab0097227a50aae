package dev.kontor.identity;

import dev.kontor.web.Email;
import dev.kontor.web.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A forgotten password: asking for a link by mail, and using one (O-06). No sign-in is needed for any of it. */
@RestController
@RequestMapping("/api/v1/password-resets")
class PasswordResetController {
    private final ResetPassword reset;
    private final PasswordResets resets;

    PasswordResetController(ResetPassword reset, PasswordResets resets) {
        this.reset = reset;
        this.resets = resets;
    }

    record Wanted(Email email) {}

    /** Whose password the link sets. */
    record View(String name, String email) {}

    record NewPassword(Password password) {}

    /** The answer is the same for every address. A mail goes to those that have an account, where a mail server is set. */
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    void ask(@RequestBody Wanted wanted, HttpServletRequest request) {
        reset.ask(wanted.email(), request.getRemoteAddr());
    }

    /** 404 where the link was used, has expired or never was. */
    @GetMapping("/{token}")
    View get(@PathVariable String token) {
        return resets.find(new Secret(token))
                .map(pending -> new View(pending.name(), pending.email()))
                .orElseThrow(Refusal.NOT_FOUND::refused);
    }

    /** Sets the password and ends every session of the account. The link works this once. */
    @PostMapping("/{token}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void reset(@PathVariable String token, @RequestBody NewPassword wanted) {
        reset.reset(new Secret(token), wanted.password());
    }
}
