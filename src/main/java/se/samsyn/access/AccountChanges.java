package se.samsyn.access;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Changes of many accounts at once: all of them, or none. Whoever calls has asked whether each is allowed. */
@Service
@Transactional
public class AccountChanges {

    private final AccountStore store;
    private final IdentityStore identities;
    private final Accounts accounts;
    private final EndedSessions ended;
    private final Session session;
    private final AccessLog log;

    AccountChanges(
            AccountStore store,
            IdentityStore identities,
            Accounts accounts,
            EndedSessions ended,
            Session session,
            AccessLog log) {
        this.store = store;
        this.identities = identities;
        this.accounts = accounts;
        this.ended = ended;
        this.session = session;
        this.log = log;
    }

    /** Makes the changes, and logs each. */
    public void make(List<AccountChange> changes) {
        changes.forEach(this::make);
    }

    private void make(AccountChange change) {
        switch (change) {
            case AccountChange.Open open -> open(open);
            case AccountChange.Change other -> change(other);
            case AccountChange.Close close -> accounts.activate(close.id(), false);
            case AccountChange.Reopen reopen -> accounts.activate(reopen.id(), true);
        }
    }

    private void open(AccountChange.Open open) {
        var wish = open.wish();
        var actor = accounts.openWithoutPassword(open.username(), wish.actor(new ActorId(UUID.randomUUID())));
        store.change(actor, externalId(wish));
    }

    /** A name alone ends no sessions; what one may do and who one is does. */
    private void change(AccountChange.Change change) {
        var before = accounts.account(change.id());
        var after = change.wish().actor(change.id());
        var externalId = externalId(change.wish());
        store.change(after, externalId);
        if (!Objects.equals(before.externalId(), externalId)) {
            identities.loosen(change.id());
        }
        if (!isSameBut(before, after, externalId)) {
            ended.endAfterCommit(change.id());
        }
        log.account(session.find().map(SignedIn::actor), "CHANGE_ACCOUNT", after);
    }

    private static boolean isSameBut(Account before, Actor after, @Nullable String externalId) {
        var was = before.actor();
        return was.role() == after.role()
                && was.place().equals(after.place())
                && was.unit().equals(after.unit())
                && Objects.equals(before.externalId(), externalId);
    }

    private static @Nullable String externalId(AccountChange.Wish wish) {
        return wish.externalId().orElse(null);
    }
}
