// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/clientregistry.h"
#include "core/storage/query.h"
#include "core/storage/store.h"

#include <QCryptographicHash>

using namespace lightwell;
using namespace Qt::StringLiterals;

class TestClientRegistry : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void addsWithAStrongKey();
    void namesAreUniqueAmongTheLiving();
    void authenticates_data();
    void authenticates();
    void notesTheTimeOfUse();
    void revokedKeysAreDeadAtOnce();
    void whatAKeyIsForStays();
    void updates();
    void disabledKeysAreTold();
    void adopts();
    void termsAreKept();
    void aModeThatCannotBeReadPaysForNothing();
    void keyIsNotInTheFile();
    void linkSecretStays();

private:
    template<typename T>
    static T await(QFuture<T> future)
    {
        future.waitForFinished();
        return future.result();
    }
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<ClientRegistry> m_clients;
};

void TestClientRegistry::init()
{
    m_clients.reset();
    m_store.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = Store::open(m_folder->filePath(u"lightwell.db"_s)).value();
    m_clients = std::make_unique<ClientRegistry>(*m_store);
}

void TestClientRegistry::addsWithAStrongKey()
{
    const Result<NewClient> a = await(m_clients->add(u" editor "_s));
    const Result<NewClient> b = await(m_clients->add(u"script"_s));
    QVERIFY(a && b);
    QVERIFY(a->key.startsWith("lw-"));
    QCOMPARE(QByteArray::fromBase64(a->key.mid(3), QByteArray::Base64UrlEncoding).size(), 32);
    QVERIFY(a->key != b->key);
    QCOMPARE(a->client.name, u"editor"_s);
    QVERIFY(a->client.id.startsWith(u"cl_"_s));
    QCOMPARE(a->client.keyHint, QString::fromLatin1(a->key.right(4)));
    const QList<Client> all = await(m_clients->list()).value();
    QCOMPARE(all.size(), 2);
    QVERIFY(all.contains(a->client));
    QVERIFY(!await(m_clients->add(u"  "_s)));
}

void TestClientRegistry::namesAreUniqueAmongTheLiving()
{
    QVERIFY(await(m_clients->add(u"editor"_s)));
    const Result<NewClient> again = await(m_clients->add(u"editor"_s));
    QVERIFY(!again);
    QCOMPARE(again.error().kind, ErrorKind::Invalid);
    QVERIFY(await(m_clients->revoke(u"editor"_s)));
    QVERIFY(await(m_clients->add(u"editor"_s)));
    QCOMPARE(await(m_clients->list())->size(), 2);
}

void TestClientRegistry::authenticates_data()
{
    QTest::addColumn<QByteArray>("change");
    QTest::addColumn<bool>("known");
    QTest::newRow("right") << QByteArray("=") << true;
    QTest::newRow("one letter more") << QByteArray("+") << false;
    QTest::newRow("one letter less") << QByteArray("-") << false;
    QTest::newRow("other case") << QByteArray("A") << false;
    QTest::newRow("empty") << QByteArray() << false;
}

void TestClientRegistry::authenticates()
{
    QFETCH(QByteArray, change);
    QFETCH(bool, known);
    const Result<NewClient> client = await(m_clients->add(u"editor"_s));
    QByteArray key = client->key;
    if (change == "+") {
        key += 'x';
    } else if (change == "-") {
        key.chop(1);
    } else if (change == "A") {
        key = key.toUpper();
    } else if (change.isEmpty()) {
        key.clear();
    }
    const std::optional<Client> found = *await(m_clients->authenticate(key, QDateTime::currentDateTime()));
    QCOMPARE(found.has_value(), known);
    if (found) {
        QCOMPARE(found->id, client->client.id);
    }
}

void TestClientRegistry::notesTheTimeOfUse()
{
    const Result<NewClient> client = await(m_clients->add(u"editor"_s));
    QVERIFY(!await(m_clients->list())->first().lastUsedAt.isValid());
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(1'790'000'000'000);
    for (const int seconds : {0, 30, 59}) {
        QVERIFY(*await(m_clients->authenticate(client->key, now.addSecs(seconds))));
    }
    QCOMPARE(await(m_clients->list())->first().lastUsedAt, now); // not written for every request
    QVERIFY(*await(m_clients->authenticate(client->key, now.addSecs(60))));
    QCOMPARE(await(m_clients->list())->first().lastUsedAt, now.addSecs(60));
    QCOMPARE(await(m_clients->list())->first().lastUsedAt.timeSpec(), Qt::UTC);
}

void TestClientRegistry::revokedKeysAreDeadAtOnce()
{
    const Result<NewClient> a = await(m_clients->add(u"editor"_s));
    const Result<NewClient> b = await(m_clients->add(u"script"_s));
    QVERIFY(await(m_clients->revoke(a->client.id)));
    QVERIFY(!*await(m_clients->authenticate(a->key, QDateTime::currentDateTime())));
    QVERIFY(*await(m_clients->authenticate(b->key, QDateTime::currentDateTime())));
    const Status again = await(m_clients->revoke(u"editor"_s));
    QVERIFY(!again);
    QCOMPARE(again.error().kind, ErrorKind::NotFound);
}

void TestClientRegistry::whatAKeyIsForStays()
{
    const Result<NewClient> manager = await(m_clients->add(u"manager"_s, {}, KeyScope::Management));
    QVERIFY(await(m_clients->setTerms(u"manager"_s, {})));
    QVERIFY(await(m_clients->update(manager->client.id, {.name = u"other"_s})));
    const auto known = await(m_clients->authenticate(manager->key, QDateTime::currentDateTimeUtc()));
    QCOMPARE((*known)->scope, KeyScope::Management);
    QCOMPARE((*known)->keyHash, QCryptographicHash::hash(manager->key, QCryptographicHash::Sha256));
    QCOMPARE(await(m_clients->add(u"program"_s))->client.scope, KeyScope::Calls);
}

void TestClientRegistry::updates()
{
    ClientTerms terms;
    terms.models = {u"flux*"_s};
    terms.perMinute = 5;
    const Client first = await(m_clients->add(u"n8n"_s, terms))->client;
    QVERIFY(await(m_clients->add(u"taken"_s)));
    const auto update = [this, &first](const ClientChange &change) {
        return await(m_clients->update(first.id, change));
    };
    for (const QString &name : {u"taken"_s, u" "_s, QString(201, u'a'), u"this COMPUTER"_s, u"a\nb"_s}) {
        const Result<Client> refused = update({.name = name, .disabled = true});
        QVERIFY2(!refused, qPrintable(name));
        QCOMPARE(refused.error().param, u"name"_s);
    }
    QVERIFY(update({})->terms == terms);
    const QDateTime end = QDateTime::fromMSecsSinceEpoch(QDateTime::currentMSecsSinceEpoch() + 60'000);
    const Result<Client> changed = update({.name = u" other "_s, .disabled = true, .expiresAt = end});
    QVERIFY(changed);
    QCOMPARE(changed->name, u"other"_s);
    QVERIFY(changed->disabled);
    QCOMPARE(changed->terms.expiresAt, end);
    QCOMPARE(changed->terms.perMinute, terms.perMinute);
    QVERIFY(await(m_clients->list())->contains(*changed));
    QVERIFY(!update({.expiresAt = QDateTime()})->terms.expiresAt.isValid());
    QVERIFY(await(m_clients->revoke(first.id)));
    QCOMPARE(update({.disabled = false}).error().kind, ErrorKind::NotFound);
}

void TestClientRegistry::disabledKeysAreTold()
{
    const Result<NewClient> added = await(m_clients->add(u"n8n"_s));
    const QString id = added->client.id;
    QCOMPARE(*await(m_clients->isWelcome(id)), true);
    QVERIFY(await(m_clients->update(id, {.disabled = true})));
    QCOMPARE(*await(m_clients->isWelcome(id)), false);
    const auto known = await(m_clients->authenticate(added->key, QDateTime::currentDateTimeUtc()));
    QVERIFY(known && *known && (*known)->disabled);
}

void TestClientRegistry::adopts()
{
    const Result<Client> first = await(m_clients->adopt(u"this computer"_s, "my own key"));
    const Result<Client> same = await(m_clients->adopt(u"another name"_s, "my own key"));
    QVERIFY(first && same);
    QCOMPARE(same->id, first->id);
    const Result<Client> changed = await(m_clients->adopt(u"this computer"_s, "a new key"));
    QVERIFY(changed);
    QCOMPARE(changed->id, first->id); // its budgets stay with it
    QVERIFY(!*await(m_clients->authenticate("my own key", QDateTime::currentDateTime())));
    QVERIFY(*await(m_clients->authenticate("a new key", QDateTime::currentDateTime())));
    QVERIFY(await(m_clients->revoke(u"this computer"_s)));
    QVERIFY(!await(m_clients->adopt(u"this computer"_s, "a new key")));
    QVERIFY(!await(m_clients->adopt(u"this computer"_s, " ")));
}

void TestClientRegistry::termsAreKept()
{
    ClientTerms terms;
    terms.models = QStringList {u"flux*"_s, u"toy"_s};
    terms.perMinute = 7;
    terms.expiresAt = QDateTime::fromMSecsSinceEpoch(4'000'000'000'000);
    terms.beginsEarly = true;
    terms.replay = ReplayMode::Off; // which is not the same as none
    const Result<NewClient> added = await(m_clients->add(u"editor"_s, terms));
    QVERIFY(added);
    QCOMPARE(await(m_clients->list())->first().terms, terms);
    const std::optional<Client> found = *await(m_clients->authenticate(added->key, QDateTime::currentDateTime()));
    QVERIFY(found);
    QCOMPARE(found->terms, terms);
    for (const QString &name : replayModeNames()) {
        terms.replay = replayModeFromName(name);
        terms.beginsEarly = !terms.beginsEarly;
        const Result<Client> set = await(m_clients->setTerms(u"editor"_s, terms));
        QVERIFY(set);
        QCOMPARE(set->terms, terms);
    }
    QVERIFY(await(m_clients->setTerms(u"editor"_s, {})));
    QCOMPARE(await(m_clients->list())->first().terms, ClientTerms());
    QCOMPARE(await(m_clients->adopt(u"script"_s, "my own key"))->terms, ClientTerms());
}

void TestClientRegistry::aModeThatCannotBeReadPaysForNothing()
{
    QVERIFY(await(m_clients->add(u"editor"_s)));
    QVERIFY(await(m_store->run([](Database &database) {
        return change(database, u"UPDATE clients SET replay = 'of a later program'"_s).ok();
    })));
    QCOMPARE(await(m_clients->list())->first().terms.replay, std::optional(ReplayMode::ReplayOrError));
}

void TestClientRegistry::keyIsNotInTheFile()
{
    const QByteArray key = await(m_clients->add(u"editor"_s))->key;
    m_clients.reset();
    m_store.reset();
    const QStringList names = QDir(m_folder->path()).entryList(QDir::Files);
    QVERIFY(!names.isEmpty());
    for (const QString &name : names) {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains(key.mid(3, 30)));
    }
}

void TestClientRegistry::linkSecretStays()
{
    const QByteArray secret = *await(m_clients->linkSecret());
    QCOMPARE(secret.size(), 32);
    m_clients.reset();
    m_store.reset();
    m_store = Store::open(m_folder->filePath(u"lightwell.db"_s)).value();
    m_clients = std::make_unique<ClientRegistry>(*m_store);
    QCOMPARE(*await(m_clients->linkSecret()), secret);
}

QTEST_GUILESS_MAIN(TestClientRegistry)
#include "test_clientregistry.moc"
