// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/presets/presets.h"
#include "core/storage/filemark.h"
#include "core/storage/watchedfile.h"

namespace lightwell {

/// The user's presets (presets.json) as they are at this moment: the file is looked at each time, and read wherever it
/// is not the one that was read last. For one thread.
class PresetsNow
{
public:
    explicit PresetsNow(QString path)
        : m_path(std::move(path))
    {
    }

    /// None where there is no file; a file that cannot be read is a fault of all, which names it without its folder.
    [[nodiscard]] const Presets &presets();

private:
    QString m_path;
    std::optional<FileMark> m_mark; ///< of the file that was read; nothing: it is read anew
    Presets m_presets;
};

/// The user's presets (presets.json), and what anybody changes in them while the program runs. Lives on the thread that
/// made it.
class PresetsFile : public QObject
{
    Q_OBJECT
public:
    explicit PresetsFile(QString path, QObject *parent = nullptr);

    /// None where there is no file; a file that cannot be read is a fault of all, which names it without its folder.
    [[nodiscard]] const Presets &presets() const { return m_presets; }
    [[nodiscard]] const QString &path() const { return m_file.path(); }

Q_SIGNALS:
    void changed(); ///< presets() are others

private:
    void read();

    WatchedFile m_file;
    Presets m_presets;
};

} // namespace lightwell
