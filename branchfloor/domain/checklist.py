"""The opening and closing checklist of a branch whose document lists none of its own."""

from .catalogue import ChecklistItem, Name

CHECKLIST = (
    ChecklistItem("hall_clean", "opening", Name("大厅整洁、通道畅通", "Hall tidy, ways clear")),
    ChecklistItem("screens_on", "opening", Name("取号机叫号屏正常", "Kiosk and board work")),
    ChecklistItem("slips", "opening", Name("号票纸充足", "Enough ticket paper")),
    ChecklistItem("care_kit", "opening", Name("轮椅、急救箱就位", "Wheelchair, first aid")),
    ChecklistItem("counters_ready", "opening", Name("窗口人员到岗", "Counter staff in place")),
    ChecklistItem("hall_empty", "closing", Name("大厅无客户滞留", "No customer left in the hall")),
    ChecklistItem("counters_closed", "closing", Name("窗口全部关闭", "All counters closed")),
    ChecklistItem("lost_items", "closing", Name("遗留物品已登记", "Lost items recorded")),
    ChecklistItem("devices_off", "closing", Name("设备关闭", "Devices off")),
)
"""Five lines before the doors open, four after they close."""
