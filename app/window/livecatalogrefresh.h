// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/catalog/catalogrefresh.h"

namespace lightwell {

class Composition;
struct Error;

/// Asks every vendor that lists its models, side by side; costs nothing. One without a key is passed over.
class LiveCatalogRefresh : public CatalogRefresh
{
    Q_OBJECT
public:
    explicit LiveCatalogRefresh(Composition &app, QObject *parent = nullptr);
    void refresh() override;
    [[nodiscard]] bool isRunning() const override { return m_waiting > 0; }
    [[nodiscard]] QDateTime fetchedAt() const override; ///< the oldest of what was fetched
    [[nodiscard]] QStringList problems() const override { return m_problems; }

private:
    void ended(const Error *error);

    Composition &m_app;
    QStringList m_problems;
    qsizetype m_waiting = 0;
};

} // namespace lightwell
