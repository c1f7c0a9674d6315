// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>

class QFile;
class QTemporaryFile;

namespace lightwell {

/// Bytes that are gathered: a few in memory, many in a file without a name, which goes with its last owner.
class Spool
{
public:
    /// `folder`: where such files may lie; empty: the system's temporary folder. `inMemory`: bytes.
    Spool(QString folder, qint64 inMemory);
    ~Spool();
    Spool(const Spool &) = delete;
    Spool &operator=(const Spool &) = delete;

    /// So many bytes are announced. It is believed as far as a few times what has come.
    void expect(qint64 size) { m_expected = size; }
    /// Where the disk takes no more, everything goes on in memory: whoever appends keeps a limit for that. False: the
    /// disk does not even give back what it took, and all of it is lost.
    [[nodiscard]] bool append(QByteArrayView bytes);
    [[nodiscard]] qint64 size() const { return m_size; }
    [[nodiscard]] bool isOnDisk() const { return m_file != nullptr; }
    /// Hands over all of it, in memory. Nothing: the disk does not give it back.
    [[nodiscard]] std::optional<QByteArray> takeBytes();
    [[nodiscard]] std::shared_ptr<QFile> takeFile(); ///< at its beginning; null unless it is on the disk

private:
    [[nodiscard]] bool write(QByteArrayView bytes);
    void makeRoom(qsizetype size);

    const QString m_folder;
    const qint64 m_inMemory;
    QByteArray m_bytes; ///< while it is in memory
    std::shared_ptr<QTemporaryFile> m_file;
    qint64 m_size = 0;
    qint64 m_expected = 0;
    bool m_diskFailed = false;
};

} // namespace lightwell
