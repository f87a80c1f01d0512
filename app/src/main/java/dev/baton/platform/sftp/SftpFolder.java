package dev.baton.platform.sftp;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.Attributes;
import org.apache.sshd.sftp.client.SftpClient.DirEntry;

/** What may be done during a visit. */
public final class SftpFolder {

    /** Most entries looked at in one folder. */
    public static final int MOST_ENTRIES = 10_000;

    private final SftpClient client;
    private final String hostKey;

    SftpFolder(SftpClient client, String hostKey) {
        this.client = client;
        this.hostKey = hostKey;
    }

    /** The fingerprint of the key the server showed. */
    public String hostKey() {
        return hostKey;
    }

    /** The plain files of a folder, in no order. */
    public List<SftpEntry> list(String folder) throws IOException {
        List<SftpEntry> files = new ArrayList<>();
        for (DirEntry entry : client.readDir(folder)) {
            if (entry.getAttributes().isRegularFile()) {
                files.add(entry(entry.getFilename(), entry.getAttributes()));
            }
            if (files.size() > MOST_ENTRIES) {
                throw new IOException("the folder " + folder + " has more than " + MOST_ENTRIES + " files");
            }
        }
        return files;
    }

    /** One file as it is now. */
    public SftpEntry look(String folder, String name) throws IOException {
        return entry(name, client.stat(folder + "/" + name));
    }

    private static SftpEntry entry(String name, Attributes attributes) {
        return new SftpEntry(
                name, attributes.getSize(), attributes.getModifyTime().toInstant());
    }

    /** The bytes of a file; close the stream. */
    public InputStream read(String folder, String name) throws IOException {
        return client.read(folder + "/" + name);
    }

    /** Moves a file into another folder under another name. */
    public void move(String folder, String name, String toFolder, String toName) throws IOException {
        client.rename(folder + "/" + name, toFolder + "/" + toName);
    }
}
