// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/outcome.h"

#include "app/cli/command.h"
#include "app/cli/report.h"
#include "app/cli/terminal.h"
#include "core/journal/bookingerror.h"
#include "core/journal/journal.h"
#include "core/planning/checkreasons.h"
#include "core/wording/wording.h"

#include <QCoreApplication>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestText = 240;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(lightwell::CommandLine)
};

/// One line. Of a long text both ends are kept: what was left out is often said at its end.
QString shortened(const QString &text)
{
    const QString line = text.simplified();
    if (line.size() <= longestText) {
        return line;
    }
    return QString(line.left(longestText / 3) + u" … "_s + line.right(2 * longestText / 3));
}

void tellFiles(const Generation &generation, const QStringList &files, Terminal &terminal)
{
    for (qsizetype index = 0; index < files.size(); ++index) {
        const QString offer = generation.plan ? generation.plan->offer.id() : generation.request.model;
        terminal.print(u"%1  %2  %3  %4  %5"_s.arg(files.at(index), sizeText(generation.pictures.at(index).size), offer,
                                                   durationText(generation), moneyText(generation.cost)));
    }
    if (!generation.plan) {
        return;
    }
    const QList<PlannedParameter> weakened = generation.plan->weakened();
    for (const PlannedParameter &parameter : weakened) {
        terminal.message(u"%1 %2: %3"_s.arg(parameter.name, treatmentName(parameter.treatment),
                                            wording::sentence(parameter.reason)));
    }
}

} // namespace

QStringList revisedPrompts(const Generation &generation)
{
    QStringList texts;
    for (const Picture &picture : generation.pictures) {
        const QString text = shortened(picture.revisedPrompt);
        if (!text.isEmpty() && text != shortened(generation.request.prompt) && !texts.contains(text)) {
            texts.append(text);
        }
    }
    return texts;
}

int exitCodeFor(const Error &error)
{
    static const QStringList wrongValues {
        QString::fromLatin1(reasons::promptEmpty.code),           QString::fromLatin1(reasons::sizeTooSmall.code),
        QString::fromLatin1(reasons::sizeTooLarge.code),          QString::fromLatin1(reasons::ratioImpossible.code),
        QString::fromLatin1(reasons::tooManyPictures.code),       QString::fromLatin1(reasons::seedOutOfRange.code),
        QString::fromLatin1(reasons::compressionOutOfRange.code), QString::fromLatin1(reasons::wordOfNobody.code),
        QString::fromLatin1(reasons::wordOfNobodyNear.code),
    };
    return wrongValues.contains(error.reason.code) ? ExitUsage : ExitFailed;
}

int exitCodeFor(const Generation &generation)
{
    if (isDone(generation)) {
        return ExitDone;
    }
    return generation.attempts.isEmpty() && generation.error ? exitCodeFor(*generation.error) : ExitFailed;
}

void noteBooking(Generation &generation, const Status &written)
{
    if (generation.error && generation.error->code == QLatin1StringView(bookingOwedCode)) {
        generation.error.reset();
    }
    if (written || !generation.isBookingOwed) {
        return;
    }
    generation.error = bookingNotWritten(generation, written.error());
}

void tellOutcome(const Generation &generation, const Result<QStringList> &files, bool asJson, Terminal &terminal)
{
    terminal.endProgress();
    if (asJson) {
        terminal.printJson(generationReport(generation, files ? *files : QStringList()));
    } else if (files) {
        tellFiles(generation, *files, terminal);
        const QStringList texts = revisedPrompts(generation);
        for (const QString &text : texts) {
            terminal.message(Text::tr("Revised prompt: %1").arg(text));
        }
    }
    for (const Reason &notice : generation.notices) {
        terminal.message(wording::sentence(notice));
    }
    if (!files) {
        terminal.error(files.error());
    }
    if (generation.error) {
        Error error = *generation.error;
        if (!generation.cost.isKnown() && hasDoubtedCost(generation)) {
            error.message += u' ' + Text::tr("\"requests settle %1\" takes down what it says.").arg(generation.id);
        }
        terminal.error(error);
    }
}

} // namespace lightwell
