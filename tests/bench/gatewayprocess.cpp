// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/gatewayprocess.h"

#include <QFile>
#include <QJsonDocument>
#include <QUrl>

#include <unistd.h>

namespace lightwell::bench {

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 30'000; // ms

/// "VmRSS:     1234 kB" in bytes.
qint64 kernelSize(const QByteArray &text, const QByteArray &name)
{
    for (const QByteArray &line : text.split('\n')) {
        if (line.startsWith(name)) {
            return line.mid(name.size()).simplified().split(' ').constFirst().toLongLong() * 1024;
        }
    }
    return 0;
}

QByteArray kernelFile(qint64 pid, const QString &name)
{
    QFile file(u"/proc/%1/%2"_s.arg(pid).arg(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QProcessEnvironment environment(const QString &home, const QString &vendorBaseUrl)
{
    QProcessEnvironment all = QProcessEnvironment::systemEnvironment();
    for (const QString &name : {u"http_proxy"_s, u"HTTP_PROXY"_s, u"all_proxy"_s, u"ALL_PROXY"_s}) {
        all.remove(name);
    }
    all.insert(u"LIGHTWELL_HOME"_s, home);
    all.insert(u"LIGHTWELL_OPENAI_BASE_URL"_s, vendorBaseUrl);
    all.insert(u"OPENAI_API_KEY"_s, u"sk-benchmark"_s);
    all.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"disabled:"_s);
    return all;
}

} // namespace

ProcessMemory ProcessMemory::of(qint64 pid)
{
    const QByteArray status = kernelFile(pid, u"status"_s);
    return {kernelSize(status, "VmRSS:"), kernelSize(status, "VmHWM:"),
            kernelSize(kernelFile(pid, u"smaps_rollup"_s), "Pss:")};
}

void ProcessMemory::forgetPeak(qint64 pid)
{
    QFile file(u"/proc/%1/clear_refs"_s.arg(pid));
    if (file.open(QIODevice::WriteOnly)) {
        file.write("5");
    }
}

GatewayProcess::GatewayProcess(const Setup &setup, const QString &vendorBaseUrl, const QStringList &launcher,
                               const QByteArray &settings)
    : m_home(setup.folder + u"/home-XXXXXX"_s)
{
    m_process.setProcessEnvironment(environment(m_home.path(), vendorBaseUrl));
    m_process.setStandardErrorFile(m_home.filePath(u"stderr.txt"_s));
    if (QFile file(m_home.filePath(u"settings.ini"_s)); !settings.isEmpty() && file.open(QIODevice::WriteOnly)) {
        file.write(settings);
    }
    QStringList command = launcher;
    command << setup.cli << u"serve"_s << u"--port"_s << u"0"_s << u"--key"_s << QString::fromLatin1(key());
    const QString program = command.takeFirst();
    m_process.start(program, command);
    if (m_process.waitForStarted(patience)) {
        waitUntilListening();
    } else {
        m_complaint = program + u": "_s + m_process.errorString();
    }
}

double GatewayProcess::processorTime() const
{
    const QByteArray stat = kernelFile(pid(), u"stat"_s);
    const QByteArrayList fields = stat.mid(stat.lastIndexOf(')') + 2).split(' '); // from the third, the state, on
    const qint64 ticks = fields.value(11).toLongLong() + fields.value(12).toLongLong();
    return 1000.0 * static_cast<double>(ticks) / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

void GatewayProcess::waitUntilListening()
{
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(patience)) {
            m_complaint = u"lightwell-cli serve did not start: "_s + QString::fromUtf8(stop()).simplified();
            return;
        }
    }
    const QJsonObject line = QJsonDocument::fromJson(m_process.readLine()).object();
    m_port = static_cast<quint16>(QUrl(line.value("url"_L1).toString()).port(0));
}

QByteArray GatewayProcess::stop()
{
    m_process.terminate();
    if (!m_process.waitForFinished(patience)) {
        m_process.kill();
        m_process.waitForFinished(patience);
    }
    QFile said(m_home.filePath(u"stderr.txt"_s));
    return said.open(QIODevice::ReadOnly) ? said.readAll() : QByteArray();
}

GatewayProcess::~GatewayProcess()
{
    (void)stop();
}

} // namespace lightwell::bench
