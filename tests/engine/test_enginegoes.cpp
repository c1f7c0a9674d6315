// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/clientregistry.h"
#include "core/gateway/gateway.h"
#include "tests/engine/enginerig.h"

#include <QSemaphore>
#include <QTest>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

/// Keeps the database busy, so that every answer of it is still to come.
class BusyStore
{
public:
    explicit BusyStore(Store &store)
        : m_store(store)
    {
        static_cast<void>(store.run([hold = m_hold](Database &) { hold->acquire(); }));
    }
    ~BusyStore() { finish(); }
    /// Lets it go on and returns when all that was asked until now has been answered.
    void finish()
    {
        m_hold->release();
        QFuture<bool> last = m_store.run([](Database &) { return true; });
        QVERIFY(await(last));
    }

private:
    Store &m_store;
    std::shared_ptr<QSemaphore> m_hold = std::make_shared<QSemaphore>();
};

} // namespace

/// The engine and the gateway may go while answers for them are under way.
class TestEngineGoes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whileTheJournalWrites()
    {
        EngineRig rig({toyOffer(u"toy"_s, u"one"_s)});
        BusyStore busy(*rig.store);
        bool begun = false;
        bool ended = false;
        QObject context;
        rig.engine->generate(EngineRig::request(), {}, &context, [&](const Generation &) { ended = true; });
        // Handled in order: when these plans are there, the generation has begun and waits for the journal.
        rig.engine->plan(EngineRig::request(), &context,
                         [&](const Result<Route> &, const QList<KeyState> &) { begun = true; });
        QTRY_VERIFY(begun);
        rig.engine.reset();
        busy.finish();
        QCOMPARE(rig.vendor(u"one"_s).billed, 0);
        QVERIFY(!ended);
    }

    void whileTheJournalIsRead()
    {
        EngineRig rig({toyOffer(u"toy"_s, u"one"_s)});
        BusyStore busy(*rig.store);
        rig.engine->resumeUnfinished();
        rig.engine.reset();
        busy.finish();
    }

    void whileTheGatewayStarts()
    {
        EngineRig rig({toyOffer(u"toy"_s, u"one"_s)});
        ClientRegistry clients(*rig.store);
        auto gateway = std::make_unique<Gateway>(
            Gateway::Parts {*rig.engine, clients, *rig.journal, *rig.media, *rig.keyring, *rig.ledger});
        BusyStore busy(*rig.store);
        gateway->start({});
        gateway.reset();
        busy.finish();
    }
};

QTEST_MAIN(TestEngineGoes)
#include "test_enginegoes.moc"
