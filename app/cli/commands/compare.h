// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "core/model/generation.h"

namespace lightwell {

class Leftovers;

/// `compare PROMPT --models A,B,C […] -o DIR`: several models side by side, a table and a contact sheet.
class CompareCommand : public Command
{
    Q_OBJECT
public:
    using Command::Command;
    [[nodiscard]] QString name() const override;
    [[nodiscard]] QString summary() const override;
    void declare(QCommandLineParser &parser) const override;
    [[nodiscard]] qsizetype maxArguments(const QString &action) const override;
    void run(const QCommandLineParser &parser, Composition &app, Terminal &terminal) override;
    void interrupt() override;

private:
    struct Column
    {
        QString model;
        QString running;
        QString progress;
        std::optional<Generation> generation;
        QStringList files;
    };
    void showProgress();
    void ended(qsizetype index, const Generation &generation);
    void conclude();
    void printResults(const QString &sheet);

    Leftovers *m_leftovers = nullptr;
    Composition *m_app = nullptr;
    Terminal *m_terminal = nullptr;
    QString m_output;
    QString m_prompt;
    QList<Column> m_columns;
    bool m_asJson = false;
    int m_code = ExitFailed;
};

} // namespace lightwell
