// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/tls/ownidentity.h"
#include "core/storage/paths.h"
#include "core/wording/gatewayreasons.h"

#include <QDir>
#include <QSslCertificateExtension>
#include <QtConcurrentRun>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using namespace lightwell;
using namespace Qt::StringLiterals;

namespace {

const QDateTime now = QDateTime::fromString(u"2026-11-01T12:00:00Z"_s, Qt::ISODate);

} // namespace

/// By what the gateway shows who it is, where calls are encrypted.
class TestTlsIdentity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void ownOneIsMadeOnceAndKept();
    void ownOneIsRenewedBeforeItsEnd();
    void ownOneIsNeverReplacedUnasked();
    void ownOneNamesThisComputer();
    void ownOneNamesWhatProgramsMayCallIt();
    void programsThatStartTogetherHaveOne();
    void filesAreChecked_data();
    void filesAreChecked();

private:
    [[nodiscard]] QString file(const QString &name) const { return QDir(m_paths.config).filePath(name); }
    void write(const QString &name, const QByteArray &text) const;
    [[nodiscard]] QByteArray read(const QString &name) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    Paths m_paths;
};

void TestTlsIdentity::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_paths.config = m_folder->path();
}

void TestTlsIdentity::write(const QString &name, const QByteArray &text) const
{
    QFile written(file(name));
    QVERIFY(written.open(QIODevice::WriteOnly));
    QCOMPARE(written.write(text), text.size());
}

QByteArray TestTlsIdentity::read(const QString &name) const
{
    QFile known(file(name));
    return known.open(QIODevice::ReadOnly) ? known.readAll() : QByteArray();
}

void TestTlsIdentity::ownOneIsMadeOnceAndKept()
{
    const Result<TlsIdentity> made = ownTlsIdentity(m_paths, now);
    QVERIFY(made);
    const Result<TlsIdentity> kept = ownTlsIdentity(m_paths, now.addDays(400));
    QVERIFY(kept);
    QCOMPARE(kept->fingerprint(), made->fingerprint());
    QCOMPARE(made->fingerprint().count(u':'), 31);
    QCOMPARE(QFile::permissions(file(u"gateway-tls.pem"_s)) & (QFile::ReadGroup | QFile::ReadOther),
             QFile::Permissions());
    QVERIFY(made->chain.constFirst().effectiveDate() < now); // for clients whose clock is slow
    // For clients, which need the certificate and must never get the key.
    QCOMPARE(read(u"gateway-tls.crt"_s), made->chain.constFirst().toPem());
    QVERIFY(!read(u"gateway-tls.crt"_s).contains("PRIVATE KEY"));
    QVERIFY(QFile::remove(file(u"gateway-tls.crt"_s)));
    QVERIFY(ownTlsIdentity(m_paths, now));
    QCOMPARE(read(u"gateway-tls.crt"_s), made->chain.constFirst().toPem());
}

void TestTlsIdentity::ownOneIsRenewedBeforeItsEnd()
{
    const QString first = ownTlsIdentity(m_paths, now)->fingerprint();
    const Result<TlsIdentity> nearEnd = ownTlsIdentity(m_paths, now.addDays(715));
    QVERIFY(nearEnd);
    QVERIFY(nearEnd->fingerprint() != first);
    const Result<TlsIdentity> longAfter = ownTlsIdentity(m_paths, now.addDays(5000));
    QVERIFY(longAfter);
    QVERIFY(longAfter->fingerprint() != nearEnd->fingerprint());
}

void TestTlsIdentity::ownOneIsNeverReplacedUnasked()
{
    write(u"gateway-tls.pem"_s, "damaged");
    const Result<TlsIdentity> identity = ownTlsIdentity(m_paths, now);
    QVERIFY(!identity);
    QCOMPARE(identity.error().reason.code, QLatin1StringView(reasons::tlsFileUnreadable.code));
    QCOMPARE(read(u"gateway-tls.pem"_s), "damaged"_ba);
}

void TestTlsIdentity::ownOneNamesThisComputer()
{
    const QMultiMap<QSsl::AlternativeNameEntryType, QString> names =
        ownTlsIdentity(m_paths, now)->chain.constFirst().subjectAlternativeNames();
    QVERIFY(names.contains(QSsl::DnsEntry, u"localhost"_s));
    QVERIFY(names.contains(QSsl::IpAddressEntry, u"127.0.0.1"_s));
}

void TestTlsIdentity::ownOneNamesWhatProgramsMayCallIt()
{
    const QStringList hosts {u"Studio.lan"_s, u"box:8443"_s, u"192.168.7.7"_s};
    const Result<TlsIdentity> made = ownTlsIdentity(m_paths, now, hosts);
    QVERIFY(made);
    const QMultiMap<QSsl::AlternativeNameEntryType, QString> names = made->chain.constFirst().subjectAlternativeNames();
    QVERIFY(names.contains(QSsl::DnsEntry, u"studio.lan"_s));
    QVERIFY(names.contains(QSsl::DnsEntry, u"box"_s));
    QVERIFY(!names.contains(QSsl::DnsEntry, u"192.168.7.7"_s));
    // Clients know it by its fingerprint: a name more makes no other one.
    QCOMPARE(ownTlsIdentity(m_paths, now, {u"late.lan"_s})->fingerprint(), made->fingerprint());
}

void TestTlsIdentity::programsThatStartTogetherHaveOne()
{
    constexpr int programs = 4;
    QThreadPool pool;
    pool.setMaxThreadCount(programs);
    QList<QFuture<Result<TlsIdentity>>> starts;
    for (int i = 0; i < programs; ++i) {
        starts.append(QtConcurrent::run(&pool, [paths = m_paths] { return ownTlsIdentity(paths, now); }));
    }
    const QString kept = ownTlsIdentity(m_paths, now)->fingerprint();
    for (const QFuture<Result<TlsIdentity>> &start : std::as_const(starts)) {
        QVERIFY(start.result());
        QCOMPARE(start.result()->fingerprint(), kept);
    }
}

void TestTlsIdentity::filesAreChecked_data()
{
    QTest::addColumn<QString>("certificate");
    QTest::addColumn<QString>("key");
    QTest::addColumn<int>("days");
    QTest::addColumn<QString>("code");
    const auto code = [](const auto &reason) { return QString::fromLatin1(reason.code); };
    QTest::newRow("good") << u"a.pem"_s << u"a.pem"_s << 0 << QString();
    QTest::newRow("no file") << u"none.pem"_s << u"a.pem"_s << 0 << code(reasons::tlsFileUnreadable);
    QTest::newRow("no key file") << u"a.pem"_s << u"none.pem"_s << 0 << code(reasons::tlsFileUnreadable);
    QTest::newRow("no certificate") << u"text"_s << u"a.pem"_s << 0 << code(reasons::tlsFileUnreadable);
    QTest::newRow("no key") << u"a.pem"_s << u"text"_s << 0 << code(reasons::tlsKeyUnreadable);
    QTest::newRow("another's key") << u"a.pem"_s << u"b.pem"_s << 0 << code(reasons::tlsKeyOfAnother);
    QTest::newRow("too late") << u"a.pem"_s << u"a.pem"_s << 731 << code(reasons::tlsOutOfDate);
    QTest::newRow("too early") << u"a.pem"_s << u"a.pem"_s << -2 << code(reasons::tlsOutOfDate);
}

void TestTlsIdentity::filesAreChecked()
{
    QFETCH(QString, certificate);
    QFETCH(QString, key);
    QFETCH(int, days);
    QFETCH(QString, code);
    for (const QString &name : {u"a.pem"_s, u"b.pem"_s}) {
        QVERIFY(ownTlsIdentity(m_paths, now));
        QVERIFY(QFile::rename(file(u"gateway-tls.pem"_s), file(name)));
    }
    write(u"text"_s, "hello\n");
    const Result<TlsIdentity> identity = readTlsIdentity(file(certificate), file(key), now.addDays(days));
    QCOMPARE(identity ? QString() : identity.error().reason.code, code);
}

QTEST_GUILESS_MAIN(TestTlsIdentity)
#include "test_tlsidentity.moc"
