// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands/inspect.h"

#include "app/cli/claimsreport.h"
#include "app/cli/terminal.h"
#include "core/async/whendone.h"
#include "core/media/mediaerrors.h"
#include "core/storage/readfile.h"
#include "core/wording/wording.h"

#include <QJsonArray>
#include <QtConcurrentMap>
#include <QtConcurrentRun>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

struct Inspected
{
    QString file;
    Result<PictureClaims> claims;
};

Inspected inspected(const QString &file)
{
    const Result<QByteArray> bytes = readRegularFile(file, DecodeLimits().maxBytes);
    if (!bytes) {
        return {file, bytes.error()};
    }
    if (!sniffFormat(*bytes)) {
        return {file, mediaerrors::notAPicture()};
    }
    return {file, readClaims(*bytes)};
}

QList<Inspected> allInspected(const QStringList &files)
{
    return QtConcurrent::blockingMapped<QList<Inspected>>(files, inspected);
}

QJsonObject reportOf(const Inspected &picture)
{
    QJsonObject report = picture.claims ? claimsReport(*picture.claims)
                                        : QJsonObject {{"error"_L1, wording::toldJson(picture.claims.error())}};
    report.insert("file"_L1, picture.file);
    return report;
}

void print(const Inspected &picture, Terminal &terminal)
{
    terminal.print(picture.file);
    if (!picture.claims) {
        terminal.error(picture.claims.error());
        return;
    }
    const QStringList lines = claimsLines(*picture.claims);
    for (const QString &line : lines) {
        terminal.print(u"  "_s + line);
    }
}

} // namespace

QString InspectCommand::name() const
{
    return u"inspect"_s;
}

QString InspectCommand::summary() const
{
    return tr("Show what pictures of any program say of how they were made.");
}

void InspectCommand::declare(QCommandLineParser &parser) const
{
    parser.addPositionalArgument(u"files"_s,
                                 tr("Pictures. What they say is claimed by their files and not checked; that they say "
                                    "nothing proves nothing."),
                                 u"FILE…"_s);
    parser.addOption({u"json"_s, tr("Print JSON for programs.")});
}

void InspectCommand::run(const QCommandLineParser &parser, Composition &, Terminal &terminal)
{
    const QStringList files = parser.positionalArguments();
    if (files.isEmpty()) {
        conclude(terminal, tr("Say which pictures: inspect FILE…"), ExitUsage);
        return;
    }
    const bool asJson = parser.isSet(u"json"_s);
    const auto work = QtConcurrent::run(allInspected, files);
    whenDone(work, this, [this, &terminal, asJson](const QList<Inspected> &pictures) {
        QJsonArray reports;
        bool isWhole = true;
        for (const Inspected &picture : pictures) {
            isWhole = isWhole && picture.claims.ok();
            if (asJson) {
                reports.append(reportOf(picture));
            } else {
                print(picture, terminal);
            }
        }
        if (asJson) {
            terminal.printJson(reports);
        }
        conclude(terminal, {}, isWhole ? ExitDone : ExitFailed);
    });
}

} // namespace lightwell
