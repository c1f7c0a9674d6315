// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Whether the pictures of the books lie where they should.
#include "app/cli/commands/doctor.h"
#include "app/cli/terminal.h"
#include "app/composition.h"
#include "core/async/whendone.h"
#include "core/journal/picturelinks.h"
#include "core/wording/wording.h"

#include <QtConcurrentRun>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

QStringList linesOf(const QList<PictureLinks::Link> &links)
{
    QStringList lines;
    for (const PictureLinks::Link &link : links) {
        lines.append(u"%1 (%2)"_s.arg(link.path, link.generation));
    }
    return lines;
}

} // namespace

void DoctorCommand::checkPictures()
{
    const Relink relink = m_repairs ? Relink::Moved : Relink::No;
    const auto looking =
        QtConcurrent::run([this, relink] { return lightwell::checkPictures(m_app->store(), m_app->media(), relink); });
    whenDone(looking, this, [this](const Result<PictureLinks> &links) {
        if (links) {
            tellPictures(*links);
        } else {
            add(tr("pictures"), Verdict::Bad, wording::sentence(links.error()));
        }
        checkPainting();
    });
}

void DoctorCommand::tellPictures(const PictureLinks &links)
{
    addPictures(linesOf(links.moved), m_repairs ? u"pictures_linked"_s : u"pictures_moved"_s,
                m_repairs ? tr("lay elsewhere than the books said, and are linked again: %1")
                          : tr("lie elsewhere than the books say: %1. \"doctor --repair\" links them again."));
    addPictures(linesOf(links.missing), u"pictures_missing"_s,
                tr("are gone or damaged, and not found under another name: %1. Put their files back, or restore them "
                   "from a backup; what they cost stays in the books."));
    addPictures(links.unknown, u"pictures_unknown"_s,
                tr("are files in the media folder that no request has: %1. They are left as they are; look at them and "
                   "remove what you do not need."));
    if (links.moved.isEmpty() && links.missing.isEmpty()) {
        add(tr("pictures"), Verdict::Good, tr("all where the books say: %1").arg(links.whole));
    }
}

void DoctorCommand::addPictures(const QStringList &names, const QString &code, const QString &detail)
{
    if (names.isEmpty()) {
        return;
    }
    constexpr qsizetype shown = 10;
    QString list = names.mid(0, shown).join(u", "_s);
    if (names.size() > shown) {
        list += u", … (%1)"_s.arg(names.size());
    }
    add(tr("pictures"), Verdict::Note, detail.arg(list), code);
}

} // namespace lightwell
