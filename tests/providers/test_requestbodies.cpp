// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/fieldreader.h"
#include "providers/common/body.h"
#include "providers/common/multipart.h"
#include "providers/common/urls.h"
#include "tests/support/multipart.h"

#include <QJsonArray>
#include <QTest>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

class TestRequestBodies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endpoints_data();
    void endpoints();
    void basesThatEndInAVersion_data();
    void basesThatEndInAVersion();
    void idsStayOneSegment();
    void formsAreReadBack();
    void boundaryIsDerivedFromContent();
    void nestedFieldsUseBrackets();
    void writesSizesAsTheOfferSays_data();
    void writesSizesAsTheOfferSays();
    void extraNeverReplacesWhatWasPlanned();
    void fieldsLieWhereTheirPathsLead();
};

void TestRequestBodies::endpoints_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("address");
    QTest::newRow("default") << u""_s << u"/v1/x"_s << u"https://vendor.example/v1/x"_s;
    QTest::newRow("host") << u"http://127.0.0.1:9000"_s << u"/v1/x"_s << u"http://127.0.0.1:9000/v1/x"_s;
    QTest::newRow("path") << u"http://127.0.0.1:9000/openai"_s << u"/v1/x"_s << u"http://127.0.0.1:9000/openai/v1/x"_s;
    QTest::newRow("slash") << u"http://127.0.0.1:9000/openai//"_s << u"/v1/x"_s
                           << u"http://127.0.0.1:9000/openai/v1/x"_s;
    QTest::newRow("pasted with version") << u"http://host:1/v1"_s << u"/v1/x"_s << u"http://host:1/v1/x"_s;
    QTest::newRow("pasted with path and version") << u"http://host/a/v1/"_s << u"/v1/x"_s << u"http://host/a/v1/x"_s;
    QTest::newRow("only whole segments") << u"http://host/av1"_s << u"/v1/x"_s << u"http://host/av1/v1/x"_s;
    QTest::newRow("query") << u"http://host"_s << u"/v1beta/models?pageSize=1"_s
                           << u"http://host/v1beta/models?pageSize=1"_s;
    QTest::newRow("base query is dropped") << u"http://host/p?a=b#c"_s << u"/v1/x"_s << u"http://host/p/v1/x"_s;
    QTest::newRow("own scheme") << u"sketchbook://inside"_s << u"/v1/x"_s << u"sketchbook://inside/v1/x"_s;
    QTest::newRow("no host") << u"/just/a/path"_s << u"/v1/x"_s << u""_s;
}

void TestRequestBodies::endpoints()
{
    QFETCH(QString, base);
    QFETCH(QString, path);
    QFETCH(QString, address);
    const QUrl url = endpoint(QUrl(base), QUrl(u"https://vendor.example"_s), path);
    QCOMPARE(url.toString(QUrl::FullyEncoded), address);
    QCOMPARE(url.isValid(), !address.isEmpty());
}

void TestRequestBodies::basesThatEndInAVersion_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("address");
    QTest::newRow("none") << u""_s << u"https://vendor.example/v1/x?a=b"_s;
    for (const char *stands : {"http://h/v1", "http://h/v1/", "http://h/api/v3", "http://h/v1beta/openai",
                               "http://h/v1/openai//", "http://h/openai/v1", "http://h/a/v2alpha1"}) {
        const QString base = QString::fromLatin1(stands);
        const qsizetype slashes = base.endsWith("//"_L1) ? 2 : base.endsWith(u'/') ? 1 : 0;
        QTest::newRow(stands) << base << QString(base.chopped(slashes) + "/x?a=b"_L1);
    }
    for (const char *other : {"http://h", "http://h:9/openai", "http://h/av1", "http://h/v1/images", "http://h/v1x",
                              "http://h/v", "http://v1", "http://h/v1/openai/x"}) {
        const QString base = QString::fromLatin1(other);
        QTest::newRow(other) << base << QString(base + "/v1/x?a=b"_L1);
    }
    QTest::newRow("no host") << u"/v1"_s << u""_s;
}

void TestRequestBodies::basesThatEndInAVersion()
{
    QFETCH(QString, base);
    QFETCH(QString, address);
    const QUrl url = versionedEndpoint(QUrl(base), QUrl(u"https://vendor.example"_s), u"/v1"_s, u"/x?a=b"_s);
    QCOMPARE(url.toString(QUrl::FullyEncoded), address);
    QCOMPARE(url.isValid(), !address.isEmpty());
}

void TestRequestBodies::idsStayOneSegment()
{
    const QUrl url =
        endpoint({}, QUrl(u"https://v.example"_s), QString("/m/"_L1 + pathSegment(u"a/b ?c"_s) + ":run"_L1));
    QCOMPARE(url.toString(QUrl::FullyEncoded), u"https://v.example/m/a%2Fb%20%3Fc:run"_s);
}

void TestRequestBodies::formsAreReadBack()
{
    Multipart form;
    form.addText(u"prompt"_s, u"a \"fox\"\r\n--x"_s);
    form.addFile(u"image[]"_s, u"C:\\home\\me/a\"b\r\n.png"_s, "image/png"_ba, "\0\r\n\1"_ba);
    Received request;
    request.headers = {{"Content-Type"_ba, form.contentType()}};
    request.body = form.body();
    const QList<FormPart> parts = formParts(request);
    QCOMPARE(parts.size(), 2);
    QCOMPARE(parts.at(0).name, u"prompt"_s);
    QCOMPARE(parts.at(0).body, "a \"fox\"\r\n--x"_ba);
    QCOMPARE(parts.at(1).name, u"image[]"_s);
    QCOMPARE(parts.at(1).fileName, u"a%22b%0D%0A.png"_s);
    QCOMPARE(parts.at(1).contentType, "image/png"_ba);
    QCOMPARE(parts.at(1).body, "\0\r\n\1"_ba);
}

void TestRequestBodies::boundaryIsDerivedFromContent()
{
    const auto type = [](const QString &text) {
        Multipart form;
        form.addText(u"a"_s, text);
        return form.contentType();
    };
    QCOMPARE(type(u"one"_s), type(u"one"_s));
    QVERIFY(type(u"one"_s) != type(u"two"_s));
}

void TestRequestBodies::nestedFieldsUseBrackets()
{
    Multipart form;
    form.addJson(u"svg"_s, QJsonObject {{u"model"_s, u"m"_s}, {u"deep"_s, QJsonObject {{u"on"_s, true}}}});
    form.addJson(u"tags"_s, QJsonArray {u"x"_s, 2, 1.5});
    form.addJson(u"nothing"_s, QJsonValue::Null);
    Received request;
    request.headers = {{"Content-Type"_ba, form.contentType()}};
    request.body = form.body();
    QStringList read;
    const QList<FormPart> parts = formParts(request);
    for (const FormPart &part : parts) {
        read.append(part.name + u'=' + QString::fromUtf8(part.body));
    }
    QCOMPARE(read,
             (QStringList {u"svg[deep][on]=true"_s, u"svg[model]=m"_s, u"tags[]=x"_s, u"tags[]=2"_s, u"tags[]=1.5"_s}));
}

void TestRequestBodies::writesSizesAsTheOfferSays_data()
{
    QTest::addColumn<QJsonObject>("wire");
    QTest::addColumn<QJsonObject>("sent");
    QTest::newRow("text") << QJsonObject {} << QJsonObject {{u"image_size"_s, u"1024x768"_s}};
    QTest::newRow("object") << QJsonObject {{u"sizeAs"_s, u"object"_s}}
                            << QJsonObject {{u"image_size"_s, QJsonObject {{u"width"_s, 1024}, {u"height"_s, 768}}}};
    QTest::newRow("two fields") << QJsonObject {{u"sizeAs"_s, u"width-height"_s}}
                                << QJsonObject {{u"width"_s, 1024}, {u"height"_s, 768}};
    QTest::newRow("named") << QJsonObject {{u"sizeAs"_s, u"object"_s},
                                           {u"sizeNames"_s, QJsonObject {{u"1024x768"_s, u"landscape"_s}}}}
                           << QJsonObject {{u"image_size"_s, u"landscape"_s}};
    QTest::newRow("constants") << QJsonObject {{u"constants"_s, QJsonObject {{u"sync"_s, true}}}}
                               << QJsonObject {{u"sync"_s, true}, {u"image_size"_s, u"1024x768"_s}};
}

void TestRequestBodies::writesSizesAsTheOfferSays()
{
    QFETCH(QJsonObject, wire);
    QFETCH(QJsonObject, sent);
    Plan plan;
    plan.offer.fields = {{u"size"_s, u"image_size"_s}};
    FieldReader fields(wire);
    plan.offer.wire = Wire::read(fields);
    plan.size.pixels = QSize(1024, 768);
    QCOMPARE(plannedFields(plan, {}), sent);
}

void TestRequestBodies::extraNeverReplacesWhatWasPlanned()
{
    Plan plan;
    plan.offer.fields = {{u"n"_s, u"num"_s}};
    plan.offer.wire.constants = {{u"a"_s, 1}, {u"deep"_s, QJsonObject {{u"x"_s, 1}, {u"y"_s, 1}}}};
    plan.request.extra = {{u"num"_s, 9}, {u"a"_s, 2}, {u"deep"_s, QJsonObject {{u"y"_s, 2}}}, {u"new"_s, true}};
    const QJsonObject expected {
        {u"num"_s, 3}, {u"a"_s, 2}, {u"deep"_s, QJsonObject {{u"x"_s, 1}, {u"y"_s, 2}}}, {u"new"_s, true}};
    QCOMPARE(plannedFields(plan, {3, {}}), expected);
}

void TestRequestBodies::fieldsLieWhereTheirPathsLead()
{
    const QJsonObject flat {{u"model"_s, u"m"_s},
                            {u"parameters"_s, QJsonObject {{u"watermark"_s, false}}},
                            {u"parameters.seed"_s, 3},
                            {u"a.b.c"_s, 1},
                            {u"a.b.d"_s, 2}};
    QCOMPARE(nested(flat),
             (QJsonObject {{u"model"_s, u"m"_s},
                           {u"parameters"_s, QJsonObject {{u"watermark"_s, false}, {u"seed"_s, 3}}},
                           {u"a"_s, QJsonObject {{u"b"_s, QJsonObject {{u"c"_s, 1}, {u"d"_s, 2}}}}}}));
}

QTEST_GUILESS_MAIN(TestRequestBodies)
#include "test_requestbodies.moc"
