// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/enginefinder.h"

namespace lightwell {

class Composition;
class EngineSearch;

/// Looks for engines with what this program knows of them, and lets the composition keep them.
class LocalEngineFinder : public EngineFinder
{
    Q_OBJECT
public:
    explicit LocalEngineFinder(Composition &app, QObject *parent = nullptr);

    [[nodiscard]] QList<FoundEngine> engines() const override;
    [[nodiscard]] QUrl addressOf(const QString &provider) const override;
    [[nodiscard]] bool isSearching() const override { return m_search != nullptr; }
    void search() override;
    void cancel() override;
    void takeAddress(const FoundEngine &engine) override;

private:
    void took(const Result<QList<FoundEngine>> &found);

    Composition &m_app;
    EngineSearch *m_search = nullptr;
};

} // namespace lightwell
