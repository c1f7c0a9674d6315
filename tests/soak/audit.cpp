// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/soak/audit.h"

#include "core/journal/journal.h"
#include "core/storage/mediastore.h"
#include "core/storage/store.h"
#include "tests/soak/ledgeraudit.h"

#include <QDirIterator>
#include <QFileInfo>

#include <algorithm>

namespace lightwell::test {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 bytesAGeneration = 16LL * 1024; // of database, with its indexes
constexpr qint64 emptyDatabase = 1024LL * 1024;
constexpr qint64 memoryGrowth = 40LL * 1024; // KiB

struct Count
{
    int settled = 0;
    int open = 0; ///< kept: it may have been billed
    int free = 0;
};

class Audit
{
public:
    Audit(const QString &home, const Evidence &evidence)
        : m_home(home)
        , m_seen(evidence)
    {
    }

    void look()
    {
        const auto store = Store::open(m_home + u"/lightwell.db"_s);
        if (!store) {
            complain(u"the database cannot be opened"_s);
            return;
        }
        Journal journal(**store);
        const auto read = journal.list(1'000'000).result();
        if (!read) {
            complain(u"the journal cannot be read"_s);
            return;
        }
        for (const Generation &generation : *read) {
            check(generation);
        }
        complaints += auditLedger(**store, *read);
        checkBills();
        checkFiles();
        checkBounds(read->size());
    }

    QStringList complaints;
    QMap<QString, Count> counts;

private:
    void complain(const QString &what) { complaints.append(what); }

    void check(const Generation &generation)
    {
        const int number = generation.request.prompt.section(u'-', 1, 1).toInt();
        const QString place = u"%1 (%2, %3, %4)"_s.arg(number).arg(generation.id, generation.request.model,
                                                                   statusName(generation.status));
        if (m_known.contains(number)) {
            complain(place + u": begun twice"_s);
        }
        m_known.insert(number);
        Count &count = counts[generation.request.model.section(u'/', 0, 0)];
        const int billed = m_seen.billed.value(number);
        const bool isOpen =
            !generation.cost.isKnown() && std::ranges::any_of(generation.attempts, [](const Attempt &attempt) {
                return attempt.error && attempt.error->billing == Billing::MayBeBilled;
            });
        if (generation.status == GenerationStatus::Running) {
            complain(place + u": has no end"_s);
        } else if (isOpen) {
            ++count.open;
            m_openNumbers.insert(number);
        } else if (generation.pictures.isEmpty() && generation.cost == Money::zero()) {
            ++count.free;
            if (billed > 0) {
                complain(place + u": billed, and the books say it was free"_s);
            }
        } else {
            ++count.settled;
            if (billed == 0) {
                complain(place + u": settled, and nobody billed it"_s);
            }
        }
        if (m_seen.delivered.contains(number) && generation.status != GenerationStatus::Completed) {
            complain(place + u": the client has its picture"_s);
        }
        for (const Picture &picture : generation.pictures) {
            m_pictures.insert(picture.path);
            const Result<QByteArray> bytes = MediaStore::bytesOf(picture);
            if (!bytes || MediaStore::contentAddress(*bytes) != picture.id) {
                complain(place + u": its picture is not there"_s);
            }
        }
        if (generation.status == GenerationStatus::Completed && generation.pictures.isEmpty()) {
            complain(place + u": no picture"_s);
        }
    }

    void checkBills()
    {
        for (auto bill = m_seen.billed.begin(); bill != m_seen.billed.end(); ++bill) {
            if (bill.value() > 1) {
                complain(u"%1: paid %2 times"_s.arg(bill.key()).arg(bill.value()));
            }
            if (!m_known.contains(bill.key())) {
                complain(u"%1: billed, and the books know nothing of it"_s.arg(bill.key()));
            }
        }
        for (const QString &provider : m_seen.providers) {
            const Count count = counts.value(provider);
            const int billed = m_seen.billedBy.value(provider);
            if (billed < count.settled || billed > count.settled + count.open) {
                complain(u"%1: billed %2, settled %3, open %4"_s.arg(provider)
                             .arg(billed)
                             .arg(count.settled)
                             .arg(count.open));
            }
        }
        // A doubt has its cause.
        if (m_openNumbers.size() > m_seen.faults + m_seen.kills * 64) {
            complain(u"%1 are open, more than was broken"_s.arg(m_openNumbers.size()));
        }
    }

    /// What lies among the pictures is in the books.
    void checkFiles()
    {
        QDirIterator files(m_home + u"/media"_s, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QFileInfo file(files.next());
            if (file.completeBaseName().size() == 64 && !file.path().endsWith(u"/unread"_s)
                && !m_pictures.contains(file.filePath())) {
                complain(u"%1: a picture nobody knows"_s.arg(file.fileName()));
            }
            if (file.path().endsWith(u"/arriving"_s)) {
                complain(u"%1: a note that was left"_s.arg(file.fileName()));
            }
        }
    }

    void checkBounds(qsizetype generations)
    {
        const qint64 bytes = QFileInfo(m_home + u"/lightwell.db"_s).size();
        if (bytes > emptyDatabase + generations * bytesAGeneration) {
            complain(u"the database has %1 bytes for %2 generations"_s.arg(bytes).arg(generations));
        }
        const QList<qint64> &memory = m_seen.memory;
        if (memory.size() >= 4) { // the first third warms up
            const qint64 before = *std::max_element(memory.begin(), memory.begin() + memory.size() / 3 + 1);
            if (memory.constLast() > before + memoryGrowth) {
                complain(u"the gateway's memory grew from %1 to %2 KiB"_s.arg(before).arg(memory.constLast()));
            }
        }
    }

    QString m_home;
    const Evidence &m_seen;
    QSet<int> m_known;
    QSet<int> m_openNumbers;
    QSet<QString> m_pictures;
};

} // namespace

QStringList audit(const QString &home, const Evidence &evidence, QStringList &table)
{
    Audit audit(home, evidence);
    audit.look();
    for (const QString &provider : evidence.providers) {
        const Count count = audit.counts.value(provider);
        table.append(u"%1 billed %2, settled %3, open %4, free %5"_s.arg(provider, -18)
                         .arg(evidence.billedBy.value(provider), 5)
                         .arg(count.settled, 5)
                         .arg(count.open, 4)
                         .arg(count.free, 4));
    }
    return audit.complaints;
}

int runningIn(const QString &home)
{
    const auto store = Store::open(home + u"/lightwell.db"_s);
    if (!store) {
        return 1; // asked again
    }
    Journal journal(**store);
    const auto read = journal.list(1'000'000).result();
    return !read ? 1 : int(std::ranges::count_if(*read, [](const Generation &generation) {
        return generation.status == GenerationStatus::Running;
    }));
}

} // namespace lightwell::test
