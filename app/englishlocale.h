// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace lightwell {

/// Where no translation is loaded: numbers, dates and the system's own messages in English too, as the texts they stand
/// in, whatever the user's locale. Once, after the application object is there.
void speakEnglish();

} // namespace lightwell
