package be.zeef.inscription;

import be.zeef.source.PersonList;

/** People of whom nothing is at hand but their INSZ. */
record PeopleByNumber(long[] insz) implements PersonList {

    @Override
    public int size() {
        return insz.length;
    }

    @Override
    public long at(int place) {
        return insz[place];
    }
}
