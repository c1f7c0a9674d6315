// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"
#include "core/routing/routingrules.h"
#include "core/storage/watchedfile.h"

namespace lightwell {

/// The user's routing rules (routing.json), and what anybody changes in them while the program runs. Lives on the
/// thread that made it.
class RoutingFile : public QObject
{
    Q_OBJECT
public:
    /// `providers` are all that rules may name.
    RoutingFile(QString path, QStringList providers, QObject *parent = nullptr);

    [[nodiscard]] const RoutingRules &rules() const { return m_rules; } ///< none where there is no file
    [[nodiscard]] const QString &path() const { return m_file.path(); }
    [[nodiscard]] const QStringList &providers() const { return m_providers; }
    /// The whole file or nothing of it; then rules() are these. The faults of a file that could not be read go with it.
    /// Rules that cannot be meant (see readRoutingRules()) are refused.
    [[nodiscard]] Status write(const RoutingRules &rules);

Q_SIGNALS:
    void changed(); ///< rules() are others

private:
    void read();

    WatchedFile m_file;
    const QStringList m_providers;
    RoutingRules m_rules;
};

} // namespace lightwell
