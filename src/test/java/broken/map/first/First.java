package broken.map.first;

import broken.map.second.Second;

/** Breaks what its module declares. */
record First(Second second) {}
