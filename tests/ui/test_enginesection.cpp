// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/enginefinder.h"
#include "ui/keys/enginesection.h"

#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace lightwell;
using namespace Qt::StringLiterals;

namespace {

class FakeFinder : public EngineFinder
{
public:
    [[nodiscard]] QList<FoundEngine> engines() const override { return found; }
    [[nodiscard]] QUrl addressOf(const QString &provider) const override { return addresses.value(provider); }
    [[nodiscard]] bool isSearching() const override { return searching; }
    void search() override
    {
        ++searches;
        searching = true;
    }
    void cancel() override
    {
        searching = false;
        Q_EMIT ended(notSent(ErrorKind::Cancelled, u"cancelled"_s));
    }
    void takeAddress(const FoundEngine &engine) override
    {
        addresses.insert(engine.provider, engine.address);
        Q_EMIT changed();
    }

    QList<FoundEngine> found;
    QHash<QString, QUrl> addresses;
    bool searching = false;
    int searches = 0;
};

FoundEngine engineAt(const QString &provider, const QString &address, FoundEngine::Use use)
{
    FoundEngine engine;
    engine.id = engine.provider = provider;
    engine.name = provider;
    engine.address = QUrl(address);
    engine.version = u"1.2"_s;
    engine.use = use;
    engine.models = {u"a"_s, u"b"_s};
    engine.seen = QDateTime::currentDateTimeUtc();
    return engine;
}

} // namespace

/// The part of the Keys page that finds engines on this machine.
class TestEngineSection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_finder = std::make_unique<FakeFinder>();
        m_section = std::make_unique<EngineSection>(*m_finder);
    }
    void nothingIsAskedUnasked();
    void searchesAndCancels();
    void rowsTellWhatIsThere();
    void addressesAreTakenWhenTheUserAgrees();
    void everyControlHasAName();

private:
    [[nodiscard]] QPushButton *button(const QString &name) const { return m_section->findChild<QPushButton *>(name); }
    void find(const QList<FoundEngine> &engines)
    {
        m_finder->found = engines;
        m_finder->searching = false;
        Q_EMIT m_finder->ended(Success());
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }

    std::unique_ptr<FakeFinder> m_finder;
    std::unique_ptr<EngineSection> m_section;
};

void TestEngineSection::nothingIsAskedUnasked()
{
    m_section->show();
    QCoreApplication::processEvents();
    QCOMPARE(m_finder->searches, 0);
}

void TestEngineSection::searchesAndCancels()
{
    QPushButton *find = button(u"localEngines.find"_s);
    const QString idle = find->accessibleName();
    QTest::mouseClick(find, Qt::LeftButton);
    QCOMPARE(m_finder->searches, 1);
    QVERIFY(find->accessibleName() != idle);
    auto *state = m_section->findChild<QLabel *>(u"localEngines.state"_s);
    Q_EMIT m_finder->progressed(3, 8);
    QVERIFY(state->text().contains(u'3') && state->text().contains(u'8'));
    QTest::keyClick(find, Qt::Key_Space);
    QVERIFY(!m_finder->searching);
    QCOMPARE(find->accessibleName(), idle);
    QCOMPARE(m_finder->searches, 1);
}

void TestEngineSection::rowsTellWhatIsThere()
{
    m_finder->addresses.insert(u"comfyui"_s, QUrl(u"http://127.0.0.1:8188"_s));
    find({engineAt(u"comfyui"_s, u"http://127.0.0.1:8188"_s, FoundEngine::Use::Pictures),
          engineAt({}, u"http://127.0.0.1:11434"_s, FoundEngine::Use::TextOnly)});
    const auto text = [this](const QString &name) {
        const auto *label = m_section->findChild<QLabel *>(name);
        return label ? label->text() : QString();
    };
    QVERIFY(text(u"localEngine.0.name"_s).contains(u"1.2"_s));
    QVERIFY(text(u"localEngine.0.offer"_s).contains(u"127.0.0.1:8188"_s));
    QVERIFY(text(u"localEngine.0.offer"_s).contains(u'2'));
    QVERIFY(!text(u"localEngine.1.offer"_s).contains(u"2 models"_s));
    QVERIFY(!button(u"localEngine.0.take"_s) && !button(u"localEngine.1.take"_s));
    find({});
    QVERIFY(text(u"localEngine.0.name"_s).isEmpty());
}

void TestEngineSection::addressesAreTakenWhenTheUserAgrees()
{
    m_finder->addresses.insert(u"comfyui"_s, QUrl(u"http://127.0.0.1:8188"_s));
    find({engineAt(u"comfyui"_s, u"http://127.0.0.1:8189"_s, FoundEngine::Use::Pictures)});
    QPushButton *take = button(u"localEngine.0.take"_s);
    QVERIFY(take);
    QCOMPARE(m_finder->addresses.value(u"comfyui"_s).port(), 8188); // not by itself
    QTest::mouseClick(take, Qt::LeftButton);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QCOMPARE(m_finder->addresses.value(u"comfyui"_s).port(), 8189);
    QVERIFY(!button(u"localEngine.0.take"_s));
}

void TestEngineSection::everyControlHasAName()
{
    find({engineAt(u"comfyui"_s, u"http://127.0.0.1:8189"_s, FoundEngine::Use::Pictures)});
    const QList<QPushButton *> buttons = m_section->findChildren<QPushButton *>();
    QCOMPARE(buttons.size(), 2);
    for (const QPushButton *control : buttons) {
        QVERIFY(!control->objectName().isEmpty() && !control->accessibleName().isEmpty());
    }
}

QTEST_MAIN(TestEngineSection)
#include "test_enginesection.moc"
