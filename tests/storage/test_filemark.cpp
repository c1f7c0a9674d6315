// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/filemark.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace lightwell;
using namespace Qt::StringLiterals;

class TestFileMark : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void whatIsNotThereHasOne();
    void whatWasJustWrittenHasNone();
    void anotherFileHasAnother_data();
    void anotherFileHasAnother();
    void aLinkCountsAsWhatItLeadsTo();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(u"file.json"_s); }
    void write(const QByteArray &text, const QString &name = u"file.json"_s) const;
    /// Once the file has been left alone for long enough.
    [[nodiscard]] FileMark settledMark() const;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestFileMark::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestFileMark::write(const QByteArray &text, const QString &name) const
{
    QFile file(m_folder->filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
}

FileMark TestFileMark::settledMark() const
{
    std::optional<FileMark> mark;
    [&] { QTRY_VERIFY((mark = FileMark::of(path()))); }();
    return mark.value_or(FileMark());
}

void TestFileMark::whatIsNotThereHasOne()
{
    const std::optional<FileMark> none = FileMark::of(path());
    QVERIFY(none && none == FileMark::of(path()));
    QCOMPARE(none->file, -1);
    write("one");
    QVERIFY(settledMark() != *none);
    QVERIFY(QFile::remove(path()));
    QVERIFY(FileMark::of(path()) == none);
}

/// A second write within the same tick of the clock would leave no trace.
void TestFileMark::whatWasJustWrittenHasNone()
{
    const auto hasNone = [this] {
        write("one");
        return !FileMark::of(path());
    };
    QTRY_VERIFY(hasNone()); // unless this program had to wait in between
    const FileMark settled = settledMark();
    QVERIFY(FileMark::of(path()) == settled);
}

void TestFileMark::anotherFileHasAnother_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("takesItsPlace");
    QTest::newRow("longer") << "longer"_ba << false;
    QTest::newRow("as long") << "two"_ba << false;
    QTest::newRow("the same, in its place") << "one"_ba << true;
}

void TestFileMark::anotherFileHasAnother()
{
    QFETCH(const QByteArray, text);
    QFETCH(const bool, takesItsPlace);
    write("one");
    const FileMark before = settledMark();
    if (takesItsPlace) {
        write(text, u"next.json"_s);
        QVERIFY(QFile::remove(path()));
        QVERIFY(QFile::rename(m_folder->filePath(u"next.json"_s), path()));
    } else {
        write(text);
    }
    QVERIFY(settledMark() != before);
}

void TestFileMark::aLinkCountsAsWhatItLeadsTo()
{
    QVERIFY(QFile::link(m_folder->filePath(u"target"_s), path()));
    QVERIFY(!FileMark::of(path())); // it leads nowhere, which is another thing than nothing
    write("one", u"target"_s);
    const FileMark before = settledMark();
    QCOMPARE(before.bytes, 3);
    write("longer", u"target"_s);
    QCOMPARE(settledMark().bytes, 6);
}

QTEST_GUILESS_MAIN(TestFileMark)
#include "test_filemark.moc"
