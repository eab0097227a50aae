import { answer, api } from "@/api/client";

export const readNotification = (id: string) => answer(api.POST("/api/v1/me/notifications/{id}/read", { params: { path: { id } } }));

export const readAllNotifications = () => answer(api.POST("/api/v1/me/notifications/read"));
