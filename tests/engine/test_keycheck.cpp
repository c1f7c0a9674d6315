// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a vendor says to a key never shows the key.
#include "tests/engine/enginerig.h"

#include <QJsonDocument>
#include <QTest>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray key = "secret-of-the-user-1";

/// Repeats what it was sent, wherever it can.
class EchoingVendor : public ToyVendor
{
protected:
    Reply handle(const Received &request) override
    {
        return Reply::json({{"said"_L1, QString::fromLatin1(request.header("Authorization"))}}, 401);
    }
};

class TrustfulAdapter : public ToyAdapter
{
public:
    using ToyAdapter::ToyAdapter;
    [[nodiscard]] std::optional<Error> readKeyCheck(const HttpResponse &response) const override
    {
        Error error;
        error.kind = ErrorKind::Auth;
        error.billing = Billing::NotBilled;
        error.detail = response.json().value("said"_L1).toString();
        error.code = error.detail;
        return error;
    }
};

} // namespace

class TestKeyCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anEchoedKeyDoesNotShow()
    {
        EngineRig rig({toyOffer(u"toy"_s, u"one"_s)}, {},
                      {[] { return std::make_unique<EchoingVendor>(); },
                       [](const QString &provider) { return std::make_unique<TrustfulAdapter>(provider); }});
        qputenv("LIGHTWELL_TEST_ONE_KEY", key);
        rig.keyring->forgetCache();
        std::optional<Status> told;
        QObject context;
        rig.engine->checkKey(u"one"_s, &context, [&told](const Status &status) { told = status; });
        QTRY_VERIFY(told);
        QVERIFY(!told->ok());
        QCOMPARE(told->error().kind, ErrorKind::Auth);
        QVERIFY(!told->error().detail.isEmpty());
        const QByteArray written = QJsonDocument(told->error().toJson()).toJson();
        QVERIFY2(!written.contains(key), written.constData());
        QCOMPARE(rig.vendor(u"one"_s).server().count(), 1);
    }
};

QTEST_GUILESS_MAIN(TestKeyCheck)
#include "test_keycheck.moc"
