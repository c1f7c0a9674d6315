// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/plainname.h"

namespace lightwell {

QString plainName(QString name)
{
    return name.remove(u'_').remove(u'-').toLower();
}

} // namespace lightwell
