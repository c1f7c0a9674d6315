// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace lightwell::test {

/// How one run of lightwell-cli ended.
struct CliResult
{
    int exitCode = -1;
    QByteArray out;
    QByteArray err;

    [[nodiscard]] QJsonDocument json() const;
};

/// lightwell-cli as a person would run it, with a home of its own that goes with the test and no key but those given.
class CliProgram
{
public:
    CliProgram();
    void setVariable(const QString &name, const QString &value) { m_environment.insert(name, value); }
    /// From now on it may not write where its user has no right to, not even as root.
    void obeyPermissions() { m_obeys = true; }
    [[nodiscard]] CliResult run(const QStringList &arguments, const QByteArray &input = {});
    /// A line of the shell, in which "$0" is the program.
    [[nodiscard]] CliResult runScript(const QString &script);
    /// Starts it and returns at once; the process is ready to be read from.
    [[nodiscard]] std::unique_ptr<QProcess> start(const QStringList &arguments);
    /// The same, with this terminal for what it asks and is told.
    [[nodiscard]] std::unique_ptr<QProcess> startAt(const QByteArray &terminal, const QStringList &arguments);
    /// By the shell, which hands it this descriptor as systemd hands over sockets; the variables are the script's.
    [[nodiscard]] std::unique_ptr<QProcess> startWithSocket(int descriptor, const QString &script);
    /// By another program, which starts it in turn.
    [[nodiscard]] std::unique_ptr<QProcess> startBy(const QString &program, const QStringList &arguments);
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString home() const { return path(QStringLiteral("home")); }

private:
    [[nodiscard]] std::unique_ptr<QProcess> prepared() const;

    QTemporaryDir m_folder;
    QProcessEnvironment m_environment;
    bool m_obeys = false;
};

} // namespace lightwell::test
