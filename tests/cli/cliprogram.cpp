// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cliprogram.h"

#include "tests/support/sanitizer.h"

#include <QJsonDocument>

#include <fcntl.h>
#include <linux/capability.h>
#include <sys/prctl.h>
#include <unistd.h>

namespace lightwell::test {

using namespace Qt::StringLiterals;

QJsonDocument CliResult::json() const
{
    return QJsonDocument::fromJson(out);
}

static CliResult resultOf(QProcess &process)
{
    process.closeWriteChannel();
    CliResult result;
    if (process.waitForFinished(90'000) && process.exitStatus() == QProcess::NormalExit) {
        result.exitCode = process.exitCode();
    }
    result.out = process.readAllStandardOutput();
    result.err = process.readAllStandardError();
    return result;
}

CliProgram::CliProgram()
{
    const QProcessEnvironment system = QProcessEnvironment::systemEnvironment();
    const QStringList names {u"PATH"_s, u"HOME"_s, u"QT_PLUGIN_PATH"_s, u"LD_LIBRARY_PATH"_s, u"LC_ALL"_s};
    for (const QString &name : names + sanitizerVariables()) {
        if (system.contains(name)) {
            m_environment.insert(name, system.value(name));
        }
    }
    m_environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"disabled:"_s);
    m_environment.insert(u"LIGHTWELL_HOME"_s, home());
}

std::unique_ptr<QProcess> CliProgram::prepared() const
{
    auto process = std::make_unique<QProcess>();
    process->setProcessEnvironment(m_environment);
    process->setWorkingDirectory(m_folder.path());
    return process;
}

std::unique_ptr<QProcess> CliProgram::startAt(const QByteArray &terminal, const QStringList &arguments)
{
    std::unique_ptr<QProcess> process = prepared();
    process->setChildProcessModifier([terminal] {
        ::setsid();
        const int file = ::open(terminal.constData(), O_RDWR); // becomes its terminal, as it has none
        ::dup2(file, STDIN_FILENO);
        ::dup2(file, STDERR_FILENO);
        ::close(file);
    });
    process->start(QStringLiteral(LIGHTWELL_CLI), arguments);
    return process;
}

std::unique_ptr<QProcess> CliProgram::startWithSocket(int descriptor, const QString &script)
{
    std::unique_ptr<QProcess> process = prepared();
    process->setChildProcessModifier([descriptor] {
        constexpr int first = 3;
        if (descriptor == first) {
            ::fcntl(descriptor, F_SETFD, 0);
        } else {
            ::dup2(descriptor, first);
        }
    });
    process->start(u"/bin/sh"_s, {u"-c"_s, script, QStringLiteral(LIGHTWELL_CLI)});
    return process;
}

std::unique_ptr<QProcess> CliProgram::startBy(const QString &program, const QStringList &arguments)
{
    std::unique_ptr<QProcess> process = prepared();
    process->start(program, arguments);
    return process;
}

std::unique_ptr<QProcess> CliProgram::start(const QStringList &arguments)
{
    std::unique_ptr<QProcess> process = prepared();
    if (m_obeys) {
        process->setChildProcessModifier([] {
            ::prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, 0, 0, 0);
            ::prctl(PR_CAPBSET_DROP, CAP_DAC_READ_SEARCH, 0, 0, 0);
        });
    }
    process->start(QStringLiteral(LIGHTWELL_CLI), arguments);
    return process;
}

CliResult CliProgram::runScript(const QString &script)
{
    const std::unique_ptr<QProcess> process = prepared();
    process->start(u"sh"_s, {u"-c"_s, script, QStringLiteral(LIGHTWELL_CLI)});
    return resultOf(*process);
}

CliResult CliProgram::run(const QStringList &arguments, const QByteArray &input)
{
    const std::unique_ptr<QProcess> process = start(arguments);
    process->write(input);
    return resultOf(*process);
}

} // namespace lightwell::test
