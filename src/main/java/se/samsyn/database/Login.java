package se.samsyn.database;

/** The name and password of a database role. Never written out. */
record Login(String user, String password) {

    @Override
    public String toString() {
        return "Login of " + user;
    }
}
