package be.zeef.inscription;

import be.zeef.source.PersonList;

/** The people of a list from one place to before another. */
record PartOfList(PersonList whole, int first, int last) implements PersonList {

    @Override
    public int size() {
        return last - first;
    }

    @Override
    public long at(int place) {
        return whole.at(first + place);
    }
}
