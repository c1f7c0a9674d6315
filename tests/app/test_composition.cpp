// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition.h"
#include "core/chat/textcatalog.h"
#include "core/wording/wording.h"

#include <QFile>
#include <QPointer>
#include <QTemporaryDir>
#include <QTest>

using namespace lightwell;
using namespace Qt::StringLiterals;

class TestComposition : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesEverythingApart();
    void faultsOfOnesOwnFilesAreTold_data();
    void faultsOfOnesOwnFilesAreTold();
};

void TestComposition::takesEverythingApart()
{
    const QTemporaryDir home;
    QVERIFY(home.isValid());
    const Paths paths {home.path(), home.path(), home.path()};
    // A program that ends at once: what lives on the engine's thread must go all the same, whoever is quicker.
    for (int round = 0; round < 40; ++round) {
        Result<std::unique_ptr<Composition>> app = Composition::create(paths);
        QVERIFY2(app, qPrintable(app ? QString() : wording::sentence(app.error())));
        const QPointer<Engine> engine(&app.value()->engine());
        const QPointer<Gateway> gateway(&app.value()->gateway());
        app.value().reset();
        QVERIFY(!engine);
        QVERIFY(!gateway);
    }
}

void TestComposition::faultsOfOnesOwnFilesAreTold_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("told");
    const QString text = TextCatalog::builtIn().offers().first().model;
    QTest::newRow("a slug twice") << u"presets.json"_s << R"({"presets": [{"slug": "poet"}, {"slug": "poet"}]})"_ba
                                  << u"poet"_s;
    QTest::newRow("a file too large") << u"presets.json"_s << QByteArray(2 * Presets::largestFile, ' ')
                                      << u"presets.json"_s;
    QTest::newRow("a name of a text model")
        << u"catalog.json"_s << QByteArray("{\"aliases\": {\"" + text.toUtf8() + "\": \"gpt-image-2\"}}") << text;
}

/// With the path of the file, by whoever looks after it.
void TestComposition::faultsOfOnesOwnFilesAreTold()
{
    QFETCH(const QString, file);
    QFETCH(const QByteArray, text);
    QFETCH(const QString, told);
    const QTemporaryDir home;
    const QString path = home.filePath(file);
    QFile written(path);
    QVERIFY(written.open(QIODevice::WriteOnly) && written.write(text) == text.size());
    written.close();
    const Result<std::unique_ptr<Composition>> app = Composition::create({home.path(), home.path(), home.path()});
    QVERIFY2(app, qPrintable(app ? QString() : wording::sentence(app.error())));
    const QStringList warnings = app.value()->catalogWarnings().filter(path);
    QCOMPARE(warnings.size(), 1);
    QVERIFY2(warnings.first().count(told) >= (told == file ? 2 : 1), qPrintable(warnings.first()));
}

QTEST_MAIN(TestComposition)
#include "test_composition.moc"
