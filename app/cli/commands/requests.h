// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "core/explain/explain.h"

namespace lightwell {

/// `requests [list] | ask ID | settle ID --cost USD|--not-billed`: the newest generations, whoever asked for them; a
/// lost job asked for once more; an unknown outcome settled by hand.
class RequestsCommand : public Command
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
    void list(const QCommandLineParser &parser);
    void print(const QList<Generation> &generations, const QStringList &interrupted);
    void show(const QString &id);
    void explainShown(const Generation &generation);
    void findAddresses(const ExplainFacts &facts, QStringList providers);
    void print(const Explanation &explanation);
    void ask(const QString &id, const QString &output);
    void follow(const QString &id, const QString &output);
    [[nodiscard]] static QString billText(Money amount);
    void tellCorrections(const Generation &generation);
    void settle(const QString &id, const QCommandLineParser &parser);

    Composition *m_app = nullptr;
    Terminal *m_terminal = nullptr;
    bool m_asJson = false;
    bool m_explains = false;
};

} // namespace lightwell
