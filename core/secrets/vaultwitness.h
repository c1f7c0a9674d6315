// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace lightwell {

/// Remembers, apart from the key file, how often that was written, so that an older copy put in its place is noticed: a
/// vault has an id and a count of its writings among what it authenticates. It holds no secret and stops nobody;
/// whoever can change both files is not noticed. Without a file of its own (an empty path) it only remembers for this
/// run.
class VaultWitness
{
public:
    explicit VaultWitness(QString file);

    /// A vault as it was just read. False: it is older than one that was seen before. An empty id is a vault from
    /// before there were counts. Of what is seen for the first time nothing can be said.
    [[nodiscard]] bool see(const QString &id, qint64 count);
    /// The count of its next writing must be above this.
    [[nodiscard]] qint64 countOf(const QString &id) const;
    /// A vault as it was just written, which accepts whatever it was before.
    void wrote(const QString &id, qint64 count);

    /// Whether the vault that was seen last was an older one, and nothing has been written since.
    [[nodiscard]] static bool sawOlder(const QString &file);

private:
    struct Seen
    {
        QString id;
        qint64 count = 0;
    };
    void read();
    void write() const;

    QString m_file;
    QList<Seen> m_seen; ///< the one in use last
    bool m_older = false;
};

} // namespace lightwell
