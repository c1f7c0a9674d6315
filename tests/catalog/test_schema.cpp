// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// The schema and those who read the files know the same words, and each of them is read by somebody.
// tests/catalog/check_schema.py checks the files themselves.
#include "core/catalog/catalog.h"
#include "core/catalog/catalogcheck.h"
#include "core/catalog/endpointreading.h"
#include "core/catalog/offerreading.h"
#include "core/model/tuning.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace lightwell;

namespace {

const QString root = QStringLiteral(QT_TESTCASE_SOURCEDIR) + u"/.."_s;

QByteArray contents(const QString &path)
{
    QFile file(root + u'/' + path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QSet<QString> propertiesOf(const QString &definition)
{
    const QJsonDocument schema = QJsonDocument::fromJson(contents(u"resources/catalog/schema/definitions.json"_s));
    const QStringList keys = schema["$defs"_L1][definition]["properties"_L1].toObject().keys();
    return {keys.cbegin(), keys.cend()};
}

/// The words a reader knows, as it tells them to whom has misspelt one.
template<typename Read>
QSet<QString> knownTo(Read read)
{
    QList<FieldFault> faults;
    read(QJsonObject {{u"no such word"_s, 1}}, faults);
    for (const FieldFault &fault : std::as_const(faults)) {
        if (fault.kind == FieldFault::Kind::Unknown) {
            return {fault.known.cbegin(), fault.known.cend()};
        }
    }
    return {};
}

/// Whoever plans for an offer or speaks to its vendor.
QByteArray readers()
{
    QByteArray all;
    for (const QString &folder : {u"/providers"_s, u"/core/planning"_s}) {
        QDirIterator files(root + folder, {u"*.cpp"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            all += file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        }
    }
    return all + contents(u"core/catalog/resolve.cpp"_s);
}

} // namespace

class TestSchema : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSameWords_data()
    {
        QTest::addColumn<QString>("definition");
        QTest::addColumn<QSet<QString>>("known");
        const auto reading = [](auto read) {
            return knownTo([read](const QJsonObject &object, QList<FieldFault> &faults) {
                FieldReader fields(object, &faults);
                static_cast<void>(read(fields));
            });
        };
        QTest::newRow("offer") << u"offer"_s << reading(&Offer::read);
        QTest::newRow("model") << u"model"_s << reading(&Model::read);
        QTest::newRow("price") << u"price"_s << reading(&PriceLine::read);
        QTest::newRow("wire") << u"wire"_s << reading(&Wire::read);
        QTest::newRow("correction") << u"correction"_s << knownTo(&readCorrection);
        QTest::newRow("endpoint") << u"endpoint"_s
                                  << knownTo(&readEndpoint) - QSet {u"key"_s, u"api_key"_s, u"token"_s};
    }
    void theSameWords()
    {
        QFETCH(QString, definition);
        QFETCH(QSet<QString>, known);
        QVERIFY(!known.isEmpty());
        const QSet<QString> said = propertiesOf(definition);
        QVERIFY2(said == known,
                 qPrintable(u"only in the schema: %1; only read: %2"_s.arg(
                     QStringList((said - known).values()).join(u", "_s),
                     QStringList((known - said).values()).join(u", "_s))));
    }

    /// A word nobody reads would be written and believed for nothing.
    void everyWordOfWireIsRead_data()
    {
        QTest::addColumn<QByteArrayList>("uses");
        const QHash<QString, QByteArrayList> throughNames {{u"sizeNames"_s, {"wire.nameOf("}},
                                                           {u"tierNames"_s, {"wire.nameOf("}},
                                                           {u"formatNames"_s, {"wire.nameOf("}},
                                                           {u"sizeWords"_s, {"wire.sizeOf("}}};
        for (const QString &word : propertiesOf(u"wire"_s) - QSet {u"resultHosts"_s}) {
            QTest::newRow(qPrintable(word))
                << throughNames.value(word, {"wire." + word.toLatin1(), "wire()." + word.toLatin1()});
        }
    }
    void everyWordOfWireIsRead()
    {
        QFETCH(QByteArrayList, uses);
        const QByteArray sources = readers();
        QVERIFY(std::any_of(uses.cbegin(), uses.cend(), [&](const QByteArray &use) { return sources.contains(use); }));
    }

    void everyParameterIsRead_data()
    {
        QTest::addColumn<QString>("name");
        // Pictures in a role go out by InputImage::role.
        const QSet<QString> all {knownFieldNames().cbegin(), knownFieldNames().cend()};
        for (const QString &name : all) {
            QTest::newRow(qPrintable(name)) << name;
        }
    }
    void everyParameterIsRead()
    {
        QFETCH(QString, name);
        const QByteArray quoted = '"' + name.toLatin1() + '"';
        QVERIFY(Tuning::names().contains(name) || readers().contains(quoted));
        const QByteArray schema = contents(u"resources/catalog/schema/definitions.json"_s);
        QVERIFY(schema.contains(quoted));
    }

    void theExampleOfTheUsersFileIsGood()
    {
        QStringList told;
        const ProviderIds ids {{u"fal"_s, u"openai"_s, u"openai-compatible"_s}};
        const Result<Catalog> own =
            Catalog::fromJsonLeavingOut(contents(u"tests/catalog/own-catalog.json"_s), told, ids);
        QVERIFY(own.ok());
        QCOMPARE(told, QStringList());
        Catalog all = Catalog::builtIn();
        QVERIFY(all.merge(*own).isEmpty());
        for (const QString &name : {u"garage/sdxl"_s, u"studio/anything"_s, u"my-portraits"_s}) {
            QVERIFY2(all.resolve(name).ok(), qPrintable(name));
        }
    }
};

QTEST_APPLESS_MAIN(TestSchema)
#include "test_schema.moc"
