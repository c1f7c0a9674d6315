// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "core/catalog/modelquery.h"

namespace lightwell {

/// `models`: the catalog, one row an offer, by filters. `models show M`: one model with its card and its offers.
/// `models refresh`: the vendors' lists.
class ModelsCommand : public Command
{
    Q_OBJECT
public:
    using Command::Command;
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    void declare(QCommandLineParser &parser) const override;
    [[nodiscard]] qsizetype maxArguments(const QString &action) const override;
    [[nodiscard]] bool takes(const QString &option, const QString &action) const override;
    [[nodiscard]] StorageNeed storageNeed(const QString &action) const override;
    void run(const QCommandLineParser &parser, Composition &app, Terminal &terminal) override;

private:
    void list(const QCommandLineParser &parser, Composition &app, Terminal &terminal);
    void print(const ModelIndex &index, const ModelQuery &query, bool asJson, Terminal &terminal);
    void show(const QCommandLineParser &parser, Composition &app, Terminal &terminal);
    [[nodiscard]] static Result<ModelQuery> queryFrom(const QCommandLineParser &parser, const QStringList &providers);
    void refuse(const QString &message, Terminal &terminal);
};

} // namespace lightwell
