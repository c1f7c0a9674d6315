// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/composition.h"

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
        Result<std::unique_ptr<Composition>> house = Composition::create(paths);
        QVERIFY2(house, qPrintable(house ? QString() : house.error().message));
        const QPointer<Engine> engine(&house.value()->engine());
        const QPointer<Gateway> gateway(&house.value()->gateway());
        house.value().reset();
        QVERIFY(!engine);
        QVERIFY(!gateway);
    }
}

QTEST_MAIN(TestComposition)
#include "test_composition.moc"
