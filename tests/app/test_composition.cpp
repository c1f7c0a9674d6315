// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition.h"
#include "core/wording/wording.h"

#include <QPointer>
#include <QTemporaryDir>
#include <QTest>

using namespace lightwell;

class TestComposition : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesEverythingApart();
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

QTEST_MAIN(TestComposition)
#include "test_composition.moc"
