// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/gallerylayout.h"

#include <QTest>

#include <cmath>

using namespace lightwell;
using namespace Qt::StringLiterals;

/// Pictures of every shape in rows.
class TestGalleryLayout : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void rowsFillTheWidth_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("rowHeight");
        for (const int width : {320, 733, 1100, 1640}) {
            for (const int height : {90, 135, 220}) {
                QTest::addRow("%d, %d high", width, height) << width << height;
            }
        }
    }
    void rowsFillTheWidth()
    {
        QFETCH(const int, width);
        QFETCH(const int, rowHeight);
        const QList<LibraryRow> pictures = mixed(500);
        const GalleryLayout layout(pictures, {.width = width, .rowHeight = rowHeight, .isByDay = false});
        QCOMPARE(layout.count(), 500);
        int next = 0;
        int top = 0;
        for (qsizetype i = 0; i < layout.rows().size(); ++i) {
            const GalleryLayout::Row &row = layout.rows().at(i);
            QCOMPARE(row.first, next); // in their order, each once
            QCOMPARE(row.top, top);
            next += row.count;
            top += row.height + 8;
            const QRect last = layout.rect(next - 1);
            if (i + 1 < layout.rows().size()) {
                QCOMPARE(last.right() + 1, width);
            } else {
                QVERIFY(last.right() < width);
            }
            for (int picture = row.first; picture < next; ++picture) {
                const QRect rect = layout.rect(picture);
                QCOMPARE(rect.height(), row.height);
                const double shape = double(pictures.at(picture).width) / pictures.at(picture).height;
                QVERIFY(std::abs(rect.width() - shape * rect.height()) <= shape + 1.5); // whole, in their own shape
                QCOMPARE(picture > row.first ? layout.rect(picture - 1).right() + 9 : 0, rect.left());
            }
        }
        QCOMPARE(next, 500);
        QCOMPARE(layout.height(), top - 8);
    }

    void rowsAreAboutAsHighAsWished()
    {
        const GalleryLayout layout(mixed(500), {.width = 1100, .isByDay = false});
        int within = 0;
        for (const GalleryLayout::Row &row : layout.rows()) {
            within += row.height >= 109 && row.height <= 161 ? 1 : 0;
        }
        QVERIFY(within >= layout.rows().size() * 9 / 10);
    }

    void panoramasStandAlone()
    {
        const GalleryLayout layout({of(400, 300), of(1600, 400), of(300, 400), of(400, 300)},
                                   {.width = 700, .isByDay = false});
        QCOMPARE(layout.rows().size(), 3);
        QCOMPARE(layout.rows().at(1).count, 1);
        QCOMPARE(layout.rect(1).width(), 700);
        QCOMPARE(layout.rect(0).height(), 160); // not stretched for its sake
    }

    void theLastRowIsNotStretched()
    {
        const GalleryLayout layout({of(400, 300), of(400, 300)}, {.width = 1200, .isByDay = false});
        QCOMPARE(layout.rows().size(), 1);
        QCOMPARE(layout.rect(0), QRect(0, 0, 180, 135));
    }

    void daysHaveTheirLines()
    {
        const QDateTime noon(QDate(2026, 7, 18), QTime(12, 0));
        QList<LibraryRow> pictures;
        for (const int hours : {0, 11, 13, 13 + 48}) { // back from noon
            LibraryRow row = of(400, 300);
            row.createdAt = noon.addSecs(-hours * 3600).toMSecsSinceEpoch();
            pictures.append(row);
        }
        const GalleryLayout layout(pictures, {.width = 800});
        QCOMPARE(layout.days().size(), 3);
        QCOMPARE(layout.days().at(0).date, QDate(2026, 7, 18));
        QCOMPARE(layout.days().at(0).count, 2);
        QCOMPARE(layout.days().at(1).date, QDate(2026, 7, 17));
        QCOMPARE(layout.days().at(2).date, QDate(2026, 7, 15));
        QCOMPARE(layout.rect(0).top(), 30);
        QCOMPARE(layout.days().at(1).top, 30 + 135 + 16);
        QCOMPARE(layout.dayAt(0), 0);
        QCOMPARE(layout.dayAt(30 + 135 + 16), 1);
        QCOMPARE(layout.dayAt(100'000), 2);
        QVERIFY(GalleryLayout(pictures, {.width = 800, .isByDay = false}).days().isEmpty());
    }

    void picturesAreFoundByTheirPlace()
    {
        const GalleryLayout layout(mixed(300), {.width = 900, .isByDay = false});
        for (int i = 0; i < layout.count(); ++i) {
            const QRect rect = layout.rect(i);
            QCOMPARE(layout.pictureAt(rect.topLeft()), i);
            QCOMPARE(layout.pictureAt(rect.bottomRight()), i);
            QCOMPARE(layout.picturesIn(rect), QList<int>({i}));
        }
        QCOMPARE(layout.pictureAt(QPoint(5, layout.height() + 50)), -1);
        QCOMPARE(layout.pictureAt(QPoint(-5, 5)), -1);
        const QRect gap(layout.rect(0).right() + 1, layout.rect(0).top(), 1, 1);
        QCOMPARE(layout.pictureAt(gap.topLeft()), -1);
        QCOMPARE(layout.picturesIn(QRect(0, 0, 900, layout.height())).size(), 300);
    }

    void upAndDownGoToTheNearest()
    {
        const GalleryLayout layout(mixed(300), {.width = 900, .isByDay = false});
        for (int i = layout.rows().at(1).first; i < 280; ++i) {
            const int above = layout.besides(i, -1);
            QCOMPARE(layout.rowOf(above), layout.rowOf(i) - 1);
            const int middle = layout.rect(i).center().x();
            const QRect there = layout.rect(above);
            const bool isUnder = there.left() - 8 <= middle && there.right() + 8 >= middle;
            QVERIFY(isUnder
                    || above
                        == layout.rows().at(layout.rowOf(above)).first + layout.rows().at(layout.rowOf(above)).count
                            - 1);
        }
        QCOMPARE(layout.besides(0, -1), 0);
        QCOMPARE(layout.rowOf(layout.besides(0, 1000)), int(layout.rows().size()) - 1);
    }

    void nothingHasNoHeight()
    {
        QCOMPARE(GalleryLayout({}, {.width = 900}).height(), 0);
        QCOMPARE(GalleryLayout(mixed(3), {.width = 0}).count(), 0);
        QCOMPARE(GalleryLayout().pictureAt({0, 0}), -1);
        QCOMPARE(GalleryLayout().besides(0, 1), -1);
        QCOMPARE(GalleryLayout({of(0, 0)}, {.width = 900, .isByDay = false}).rect(0), QRect(0, 0, 135, 135));
    }

private:
    static LibraryRow of(int width, int height)
    {
        LibraryRow row;
        row.width = width;
        row.height = height;
        return row;
    }
    static QList<LibraryRow> mixed(int count)
    {
        const QSize sizes[] = {{1024, 1024}, {1536, 1024}, {1024, 1536}, {1344, 768}, {768, 1344}, {1600, 1200}};
        QList<LibraryRow> rows;
        for (int i = 0; i < count; ++i) {
            const QSize size = sizes[(i * 7 + i / 3) % 6];
            rows.append(of(size.width(), size.height()));
        }
        return rows;
    }
};

QTEST_APPLESS_MAIN(TestGalleryLayout)
#include "test_gallerylayout.moc"
