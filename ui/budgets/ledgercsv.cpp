// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/budgets/ledgercsv.h"

#include "core/async/whendone.h"
#include "core/wording/wording.h"

#include <QSaveFile>
#include <QtConcurrent>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr int piece = 1000; ///< entries

/// As RFC 4180 has it; and what a spreadsheet would take for a formula is kept from being one.
QString field(QString text)
{
    if (!text.isEmpty() && u"=+-@\t\r"_s.contains(text.front())) {
        text.prepend(u'\'');
    }
    if (text.contains(u',') || text.contains(u'"') || text.contains(u'\n') || text.contains(u'\r')) {
        text = u'"' + text.replace(u'"', u"\"\""_s) + u'"';
    }
    return text;
}

} // namespace

LedgerCsv::LedgerCsv(Books &books, const LedgerFilter &filter, const QString &path, QObject *parent)
    : QObject(parent)
    , m_books(books)
    , m_filter(filter)
    , m_file(std::make_shared<QSaveFile>(path))
{
    // What is booked meanwhile would move the pieces against each other.
    const QDateTime now = QDateTime::currentDateTime();
    if (!m_filter.until.isValid() || m_filter.until > now) {
        m_filter.until = now;
    }
}

LedgerCsv::~LedgerCsv() = default;

QByteArray LedgerCsv::header()
{
    return "time,generation,attempt,provider,model,client,project,state,estimate_usd,cost_usd,difference_usd\r\n"_ba;
}

QByteArray LedgerCsv::lines(const QList<LedgerRow> &calls)
{
    QString text;
    for (const LedgerRow &call : calls) {
        const QString values[] = {call.begun.toUTC().toString(Qt::ISODateWithMs),
                                  field(call.generation),
                                  QString::number(call.attempt + 1),
                                  field(call.provider),
                                  field(call.model),
                                  field(call.client),
                                  field(call.project),
                                  ledgerStateName(call.state),
                                  call.told.toDecimal(),
                                  call.cost.toDecimal(),
                                  call.difference().toDecimal()};
        for (const QString &value : values) {
            text += value + u',';
        }
        text.chop(1);
        text += "\r\n"_L1;
    }
    return text.toUtf8();
}

void LedgerCsv::start()
{
    const auto opening = QtConcurrent::run([file = m_file] {
        return file->open(QIODevice::WriteOnly) && file->write(header()) >= 0 ? QString() : file->errorString();
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

void LedgerCsv::readOn()
{
    whenDone(m_books.rows(m_filter, m_entries, piece), this, [this](const Result<QList<LedgerRow>> &calls) {
        if (!calls) {
            Q_EMIT failed(wording::sentence(calls.error()));
            deleteLater();
            return;
        }
        m_entries += calls->size();
        write(lines(*calls), calls->size() < piece);
    });
}

void LedgerCsv::write(const QByteArray &piece, bool isLast)
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
