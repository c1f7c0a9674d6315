// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/budgets/ledgerexport.h"

#include "core/async/whendone.h"
#include "core/ledger/ledgercsv.h"
#include "core/wording/wording.h"

#include <QSaveFile>
#include <QtConcurrentRun>

namespace lightwell {

namespace {

constexpr int piece = 1000; ///< entries

} // namespace

LedgerExport::LedgerExport(Books &books, const LedgerFilter &filter, QHash<QString, QString> clients,
                           const QString &path, QObject *parent)
    : QObject(parent)
    , m_books(books)
    , m_filter(filter)
    , m_clients(std::move(clients))
    , m_file(std::make_shared<QSaveFile>(path))
{
    // What is booked meanwhile would move the pieces against each other.
    const QDateTime now = QDateTime::currentDateTime();
    if (!m_filter.until.isValid() || m_filter.until > now) {
        m_filter.until = now;
    }
}

LedgerExport::~LedgerExport() = default;

void LedgerExport::start()
{
    const auto opening = QtConcurrent::run([file = m_file] {
        return file->open(QIODevice::WriteOnly) && file->write(ledgercsv::entryHeader()) >= 0 ? QString()
                                                                                              : file->errorString();
    });
    whenDone(opening, this, [this](const QString &problem) {
        if (problem.isEmpty()) {
            readOn();
        } else {
            Q_EMIT failed(problem);
            deleteLater();
        }
    });
}

void LedgerExport::readOn()
{
    whenDone(m_books.rows(m_filter, m_entries, piece), this, [this](const Result<QList<LedgerRow>> &calls) {
        if (!calls) {
            Q_EMIT failed(wording::sentence(calls.error()));
            deleteLater();
            return;
        }
        m_entries += calls->size();
        QByteArray text;
        for (const LedgerRow &call : *calls) {
            text += ledgercsv::entry(call, m_clients);
        }
        write(text, calls->size() < piece);
    });
}

void LedgerExport::write(const QByteArray &piece, bool isLast)
{
    const auto writing = QtConcurrent::run([file = m_file, piece, isLast] {
        const bool isWritten = file->write(piece) == piece.size() && (!isLast || file->commit());
        return isWritten ? QString() : file->errorString();
    });
    whenDone(writing, this, [this, isLast](const QString &problem) {
        if (!problem.isEmpty()) {
            Q_EMIT failed(problem);
            deleteLater();
        } else if (isLast) {
            Q_EMIT written(m_entries);
            deleteLater();
        } else {
            readOn();
        }
    });
}

} // namespace lightwell
