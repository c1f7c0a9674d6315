// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/livegenerations.h"

#include <QTest>

using namespace lightwell;
using namespace Qt::StringLiterals;

namespace {

Generation generation(const QString &id, GenerationStatus status)
{
    Generation it;
    it.id = id;
    it.status = status;
    it.route = {{u"fal/flux-2-pro"_s, u"flux-2-pro"_s, u"fal"_s, {}, {}, false, false}};
    return it;
}

} // namespace

class TestLiveGenerations : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void knowsWhatIsUnderWay()
    {
        LiveGenerations live;
        QVERIFY(!live.underWay(u"gen_1"_s));
        Request request;
        request.prompt = u"a boat"_s;
        live.begin(u"gen_1"_s, request, {Origin::Kind::Window, {}});
        QCOMPARE(live.underWay(u"gen_1"_s)->request, request);
        QCOMPARE(live.underWay(u"gen_1"_s)->status, GenerationStatus::Running);
        live.note(generation(u"gen_1"_s, GenerationStatus::Running));
        QCOMPARE(live.underWay(u"gen_1"_s)->route.size(), 1);
    }

    void keepsTheOrderOfWhatEnded()
    {
        LiveGenerations live;
        live.note(generation(u"gen_1"_s, GenerationStatus::Running));
        live.note(generation(u"gen_1"_s, GenerationStatus::Completed));
        QVERIFY(!live.underWay(u"gen_1"_s));
        QCOMPARE(live.route(u"gen_1"_s), generation(u"gen_1"_s, GenerationStatus::Completed).route);
        QVERIFY(live.route(u"gen_2"_s).isEmpty());
    }

    void forgetsTheOldest()
    {
        LiveGenerations live;
        for (qsizetype number = 0; number <= LiveGenerations::keptRoutes; ++number) {
            live.note(generation(QString::number(number), GenerationStatus::Failed));
        }
        QVERIFY(live.route(u"0"_s).isEmpty());
        QVERIFY(!live.route(u"1"_s).isEmpty());
        QVERIFY(!live.route(QString::number(LiveGenerations::keptRoutes)).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestLiveGenerations)
#include "test_livegenerations.moc"
