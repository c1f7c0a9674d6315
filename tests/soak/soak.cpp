// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/soak/soak.h"

#include "core/storage/settings.h"
#include "tests/support/sanitizer.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QTimer>

#include <csignal>

namespace lightwell::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// The last part runs without kills, to see whether the memory of one process grows.
constexpr double killedPart = 0.7;

} // namespace

Soak::Soak(const SoakWish &wish)
    : m_wish(wish)
    , m_faults(wish.seed)
    , m_random(wish.seed + 1)
{
    const QStringList names {u"PATH"_s, u"HOME"_s, u"QT_PLUGIN_PATH"_s, u"LD_LIBRARY_PATH"_s, u"LC_ALL"_s};
    for (const QString &name : names + sanitizerVariables()) {
        if (qEnvironmentVariableIsSet(name.toLatin1().constData())) {
            m_environment.insert(name, qEnvironmentVariable(name.toLatin1().constData()));
        }
    }
    m_environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"disabled:"_s);
    m_environment.insert(u"LIGHTWELL_HOME"_s, m_folder.path());
    m_vendors = soakVendors(m_environment);
    static const QRegularExpression number(u"soak-(\\d+)-"_s);
    for (const SoakVendor &vendor : m_vendors) {
        vendor.standIn->setTrouble(m_faults.trouble());
        vendor.standIn->whenBilled([this, provider = vendor.provider](const Received &request) {
            const auto match = number.match(QString::fromUtf8(request.body));
            m_evidence.billed[match.hasMatch() ? match.captured(1).toInt() : -1] += 1;
            m_evidence.billedBy[provider] += 1;
        });
        m_evidence.providers.append(vendor.provider);
    }
    // Of many a vendor nobody knows the price: it would refuse all calls to them.
    Settings(m_folder.filePath(u"settings.ini"_s)).set(Setting::UnknownPrices, u"allow"_s);
    m_untilKill = m_random.bounded(1, 2 * m_wish.killEvery);
}

Soak::~Soak()
{
    if (m_gateway && m_gateway->state() != QProcess::NotRunning) {
        m_gateway->disconnect(this);
        m_gateway->kill();
        m_gateway->waitForFinished();
    }
}

void Soak::start()
{
    startGateway();
}

void Soak::startGateway()
{
    m_isKilled = false;
    m_url.clear();
    m_gateway = std::make_unique<QProcess>();
    m_gateway->setProcessEnvironment(m_environment);
    m_gateway->setStandardErrorFile(m_folder.filePath(u"said.txt"_s), QIODevice::Append);
    connect(m_gateway.get(), &QProcess::readyReadStandardOutput, this, &Soak::readUrl);
    connect(m_gateway.get(), &QProcess::finished, this, &Soak::gatewayEnded);
    m_gateway->start(QStringLiteral(LIGHTWELL_CLI), {u"serve"_s, u"--port"_s, u"0"_s});
    ++m_evidence.starts;
}

void Soak::readUrl()
{
    if (!m_url.isEmpty() || !m_gateway->canReadLine()) {
        return;
    }
    const QJsonObject ready = QJsonDocument::fromJson(m_gateway->readLine()).object();
    m_url = ready.value("url"_L1).toString();
    m_key = ready.value("key"_L1).toString().toLatin1();
    goOn();
}

void Soak::gatewayEnded()
{
    if (m_isKilled) {
        QTimer::singleShot(0, this, &Soak::startGateway); // not while the old one tells of its end
    } else if (m_isDraining && m_gateway->exitStatus() == QProcess::NormalExit && m_gateway->exitCode() == 0) {
        Q_EMIT finished();
    } else {
        QFile said(m_folder.filePath(u"said.txt"_s));
        Q_EMIT failed(u"the gateway ended by itself: "_s
                      + (said.open(QIODevice::ReadOnly) ? QString::fromUtf8(said.readAll().right(2000)) : QString()));
    }
}

void Soak::goOn()
{
    while (!m_url.isEmpty() && !m_isKilled && m_open < m_wish.parallel && m_next < m_wish.generations) {
        call(m_next++);
    }
    if (m_next == m_wish.generations && m_open == 0 && !m_isDraining && !m_url.isEmpty() && !m_isKilled) {
        drain();
    }
}

void Soak::call(int number)
{
    ++m_open;
    const SoakVendor &vendor = m_vendors[m_random.bounded(quint32(m_vendors.size()))];
    QNetworkRequest request {QUrl(m_url + u"/images/generations"_s)};
    request.setRawHeader("Authorization", "Bearer " + m_key);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("application/json"));
    const QJsonObject body {
        {"model"_L1, vendor.model}, {"prompt"_L1, u"soak-%1-"_s.arg(number)}, {"response_format"_L1, u"url"_s}};
    QNetworkAccessManager &network = m_networks[std::size_t(number) % m_networks.size()];
    QNetworkReply *reply = network.post(request, QJsonDocument(body).toJson());
    connect(reply, &QNetworkReply::finished, this, [this, number, reply] { answered(number, reply); });
}

void Soak::answered(int number, QNetworkReply *reply)
{
    reply->deleteLater();
    --m_open;
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    ++m_evidence.answers[status];
    if (status == 200) {
        m_evidence.delivered.insert(number);
    }
    const bool isKilling = m_next < m_wish.generations * killedPart;
    if (isKilling && !m_isKilled && !m_url.isEmpty() && --m_untilKill <= 0) {
        kill();
        return;
    }
    if (!isKilling && number % 20 == 0) {
        m_evidence.memory.append(memory());
    }
    if (number % 100 == 0) {
        for (const SoakVendor &vendor : m_vendors) {
            vendor.standIn->server().forget(); // the memory of this process is finite, too
        }
    }
    goOn();
}

void Soak::kill()
{
    m_untilKill = m_random.bounded(1, 2 * m_wish.killEvery);
    m_isKilled = true;
    ++m_evidence.kills;
    m_gateway->kill();
}

/// What a killed one left is done by its successors; when nothing runs any more, the last one is stopped as a person
/// stops it.
void Soak::drain()
{
    m_isDraining = true;
    m_faults.stop();
    auto *timer = new QTimer(this);
    auto tries = std::make_shared<int>(0);
    connect(timer, &QTimer::timeout, this, [this, timer, tries] {
        constexpr int most = 240;
        if (runningIn(home()) > 0 && ++*tries < most) {
            return;
        }
        timer->deleteLater();
        ::kill(static_cast<pid_t>(m_gateway->processId()), SIGTERM);
    });
    timer->start(500ms);
    m_evidence.faults = m_faults.count();
}

qint64 Soak::memory() const
{
    QFile status(u"/proc/%1/status"_s.arg(m_gateway->processId()));
    const QByteArray text = status.open(QIODevice::ReadOnly) ? status.readAll() : QByteArray();
    return text.mid(text.indexOf("VmRSS:") + 6).simplified().split(' ').value(0).toLongLong();
}

} // namespace lightwell::test
