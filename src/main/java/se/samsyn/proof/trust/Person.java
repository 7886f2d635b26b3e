package se.samsyn.proof.trust;

import se.samsyn.access.Actor;

/** Somebody with an account of the proof's own. */
record Person(Actor actor, String username, String password) {

    @Override
    public String toString() {
        return "Person[" + actor.id() + "]";
    }
}
