// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/durablefile.h"
#include "core/storage/storagereasons.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTemporaryFile>
#include <QTest>

#include <array>

using namespace Qt::StringLiterals;
using namespace lightwell;

using Write = Status (*)(const QString &, const QByteArray &);
constexpr std::array<Write, 2> everyWay = {&writeDurably, &writeAddressed};

class TestDurableFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void writesWholly_data();
    void writesWholly();
    void isReadableByItsOwnerOnly();
    void keepsALink();
    void namesAFileWhereALinkLeadsNowhere();
    void leavesNothingWhereItCannotWrite();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] QStringList names() const
    {
        return QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot, QDir::Name);
    }
    [[nodiscard]] static QByteArray content(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : "cannot be read"_ba;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestDurableFile::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestDurableFile::writesWholly_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("a few bytes") << u"a"_s << "new"_ba;
    QTest::newRow("nothing") << u"a"_s << ""_ba;
    QTest::newRow("many") << u"a"_s << QByteArray(3'000'000, 'x');
    QTest::newRow("not ASCII") << u"Öl – XXXXXX.png"_s << "new"_ba;
}

void TestDurableFile::writesWholly()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    for (const Write write : everyWay) {
        for (const QByteArray &before : {"old"_ba, bytes}) { // a new file, then in the place of another
            QVERIFY(write(path(name), before).ok());
            QCOMPARE(content(path(name)), before);
            QCOMPARE(names(), QStringList {name});
        }
    }
}

void TestDurableFile::isReadableByItsOwnerOnly()
{
    const QFile::Permissions others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    for (const Write write : everyWay) {
        QVERIFY(write(path(u"a"_s), "secret").ok());
        QCOMPARE(QFile::permissions(path(u"a"_s)) & others, QFile::Permissions());
        QVERIFY(QFile::remove(path(u"a"_s)));
    }
}

void TestDurableFile::keepsALink()
{
    QVERIFY(writeDurably(path(u"real"_s), "old").ok());
    QVERIFY(QFile::link(path(u"real"_s), path(u"link"_s)));
    QVERIFY(writeDurably(path(u"link"_s), "new").ok());
    QVERIFY(QFileInfo(path(u"link"_s)).isSymLink());
    QCOMPARE(content(path(u"real"_s)), "new"_ba);
}

/// There is no such file, so it may not be taken for one that is there already.
void TestDurableFile::namesAFileWhereALinkLeadsNowhere()
{
    const QString name = m_folder->filePath(u"name"_s);
    QVERIFY(QFile::link(m_folder->filePath(u"gone"_s), name));
    QTemporaryFile filled(m_folder->filePath(u"filled.XXXXXX"_s));
    QVERIFY(filled.open() && filled.write("bytes") == 5 && filled.flush());
    QVERIFY(nameDurably(filled, name).ok());
    QFile read(name);
    QVERIFY(read.open(QIODevice::ReadOnly));
    QCOMPARE(read.readAll(), QByteArray("bytes"));
}

void TestDurableFile::leavesNothingWhereItCannotWrite()
{
    QVERIFY(QDir().mkpath(path(u"taken/inside"_s)));
    for (const Write write : everyWay) {
        const Status written = write(path(u"taken"_s), "a file where a folder is");
        QVERIFY(!written.ok());
        QCOMPARE(written.error().kind, ErrorKind::Storage);
        QCOMPARE(written.error().reason, reasons::fileNotWritten(path(u"taken"_s)));
        QCOMPARE(names(), QStringList {u"taken"_s});
        QVERIFY(!write(path(u"nowhere/a"_s), "no folder").ok());
    }
}

QTEST_GUILESS_MAIN(TestDurableFile)
#include "test_durablefile.moc"
