// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/house/sources.h"

#include <QTest>

using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

/// The rooms of core in the order in which they may use each other: each only those before it. Some are still to come.
const QStringList &roomsOfCore()
{
    static const QStringList rooms {u"model"_s,   u"async"_s,      u"net"_s,      u"adapter"_s, u"storage"_s,
                                    u"media"_s,   u"thumbnails"_s, u"planning"_s, u"chat"_s,    u"transport"_s,
                                    u"catalog"_s, u"discovery"_s,  u"routing"_s,  u"secrets"_s, u"ledger"_s,
                                    u"journal"_s, u"engine"_s,     u"explain"_s,  u"export"_s,  u"library"_s,
                                    u"wording"_s, u"mcp"_s,        u"gateway"_s};
    return rooms;
}

/// The room that an include of core leads into; empty: it is no room of core.
QString roomOf(const QString &include)
{
    return include.startsWith("core/"_L1) ? include.section(u'/', 1, 1) : QString();
}

QString fault(const SourceFile &source)
{
    const qsizetype own = roomsOfCore().indexOf(roomOf(source.path));
    const QStringList includes = source.includes();
    for (const QString &include : includes) {
        const QString room = roomOf(include);
        if (!room.isEmpty() && !room.endsWith(".h"_L1) && roomsOfCore().indexOf(room) > own) {
            return source.path + u" includes "_s + include;
        }
    }
    return {};
}

} // namespace

class TestRooms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRoomHasItsPlace()
    {
        const QStringList folders = foldersUnder(u"core"_s);
        QVERIFY(!folders.isEmpty());
        for (const QString &folder : folders) {
            QVERIFY2(roomsOfCore().contains(folder), qPrintable(folder));
        }
    }

    void aRoomUsesOnlyThoseBeforeIt()
    {
        const QList<SourceFile> sources = sourcesUnder(u"core"_s);
        QVERIFY(!sources.isEmpty());
        for (const SourceFile &source : sources) {
            QVERIFY2(fault(source).isEmpty(), qPrintable(fault(source)));
        }
    }

    void aWrongIncludeIsFound()
    {
        const QString line = u"#include \"core/engine/engine.h\"\n"_s;
        QVERIFY(!fault({u"core/ledger/x.cpp"_s, line}).isEmpty());
        QVERIFY(fault({u"core/gateway/x.cpp"_s, line}).isEmpty());
        QVERIFY(fault({u"core/engine/x.cpp"_s, line}).isEmpty());
    }

    /// The gateway speaks through the interface; which dialects there are stands in the table of routes alone.
    void onlyTheTableOfRoutesKnowsDialects()
    {
        const QString dialects = u"core/gateway/dialects/"_s;
        const QStringList interface {
            u"accountdialect.h"_s, u"accountfacts.h"_s, u"conversationcall.h"_s, u"dialect.h"_s, u"generationcall.h"_s,
                u"keysdialect.h"_s
        };
        int known = 0;
        const QList<SourceFile> sources = sourcesUnder(u"core/gateway"_s);
        for (const SourceFile &source : sources) {
            const QStringList includes = source.includes();
            for (const QString &include : includes) {
                if (!include.startsWith(dialects) || interface.contains(include.mid(dialects.size()))
                    || source.path.startsWith(dialects)) {
                    continue;
                }
                QVERIFY2(source.path == "core/gateway/builtinroutes.cpp"_L1, qPrintable(source.path));
                ++known;
            }
        }
        QVERIFY(known > 0);
    }

    /// A vendor's folder is there for one vendor: what two of them use lies in common.
    void vendorsDoNotKnowEachOther()
    {
        const QStringList vendors = foldersUnder(u"providers"_s);
        QVERIFY(vendors.contains(u"common"_s));
        for (const QString &vendor : vendors) {
            const QList<SourceFile> sources = sourcesUnder(u"providers/"_s + vendor);
            for (const SourceFile &source : sources) {
                const QStringList includes = source.includes();
                for (const QString &include : includes) {
                    const QString other = include.section(u'/', 1, 1);
                    const bool isFine = !include.startsWith("providers/"_L1) || other == vendor || other == "common"_L1;
                    QVERIFY2(isFine, qPrintable(source.path + u" includes "_s + include));
                }
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestRooms)
#include "test_rooms.moc"
