// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/gateway/presets/presets.h"
#include "core/storage/watchedfile.h"

namespace lightwell {

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
