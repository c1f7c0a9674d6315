// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/storageneed.h"

#include <QCommandLineParser>
#include <QObject>
#include <QStringList>

#include <memory>
#include <vector>

namespace lightwell {

class Composition;
class Terminal;
struct Paths;
struct Error;

enum ExitCode { ExitDone = 0, ExitFailed = 1, ExitUsage = 2 };

/// One command of lightwell-cli. Reads its arguments, calls core, prints; emits finished() exactly once.
class Command : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    [[nodiscard]] virtual QString name() const = 0;
    [[nodiscard]] virtual QString summary() const = 0; ///< one line for the list of commands
    virtual void declare(QCommandLineParser &parser) const = 0;
    /// How many arguments without a dash it takes; more are wrong usage, never silently left out. `action` is the
    /// first of them.
    [[nodiscard]] virtual qsizetype maxArguments(const QString &action) const;
    /// Whether an option has a meaning for this action; others are wrong usage, never silently left out.
    [[nodiscard]] virtual bool takes(const QString &option, const QString &action) const;
    /// The parser has read the arguments after the command's name without errors.
    virtual void run(const QCommandLineParser &parser, Composition &app, Terminal &terminal) = 0;
    /// What it needs of the database: lists only read it, what looks at models, prices and keys does without it.
    [[nodiscard]] virtual StorageNeed storageNeed(const QString &action) const;
    /// Whether it tells itself what was not as it should be at the start.
    [[nodiscard]] virtual bool tellsWarnings() const { return false; }
    /// In place of run() where the parts of the program could not be put together: says why, by default.
    virtual void runWithout(const QCommandLineParser &parser, const Paths &paths, const Error &reason,
                            Terminal &terminal);
    /// Ctrl+C or a stop signal: end soon, losing nothing. By default at once.
    virtual void interrupt() { Q_EMIT finished(ExitFailed); }

Q_SIGNALS:
    void finished(int exitCode);

protected:
    /// Tells what went wrong and ends.
    void fail(Terminal &terminal, const Error &error);
    void conclude(Terminal &terminal, const QString &told, int code); ///< `told`: for a person; empty: nothing
};

/// Every command, in the order they are listed. The list stands here and nowhere else.
[[nodiscard]] std::vector<std::unique_ptr<Command>> allCommands();

} // namespace lightwell
