// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/gateway/jobs/jobwish.h"

namespace lightwell {

using namespace Qt::StringLiterals;

const JobWish *JobWish::of(const Exchange &exchange)
{
    return exchange.findChild<JobWish *>(QString(), Qt::FindDirectChildrenOnly);
}

QString formName(PictureForm form)
{
    switch (form) {
    case PictureForm::Link:
        return u"link"_s;
    case PictureForm::Base64:
        return u"base64"_s;
    case PictureForm::Both:
        break;
    }
    return u"both"_s;
}

PictureForm formFromName(const QString &name)
{
    for (const PictureForm form : {PictureForm::Link, PictureForm::Base64}) {
        if (formName(form) == name) {
            return form;
        }
    }
    return PictureForm::Both;
}

} // namespace lightwell
