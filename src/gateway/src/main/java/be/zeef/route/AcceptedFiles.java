package be.zeef.route;

import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;

/**
 * Lets a watching route see only plain files whose names are accepted. Camel asks it before it does anything else with a
 * name: before patterns, keys, headers and downloads. What it refuses stays where it is, untouched.
 */
public final class AcceptedFiles implements GenericFileFilter<Object> {

    /** The bean that every route that watches a folder names as its {@code filter}. */
    public static final String BEAN = "acceptedFiles";

    @Override
    public boolean accept(GenericFile<Object> file) {
        return FileName.accepts(file.getFileNameOnly())
                && FolderEntry.of(file.getFile()).kind() == FolderEntry.Kind.FILE;
    }
}
